"use strict";
// All that comes from an article is written as text, never as markup.
const at = (id) => document.getElementById(id);

function say(text) { at("said").textContent = text; }

async function ask(path, body, type) {
  say("… يُقرأ");
  at("shown").hidden = at("events").hidden = true;
  try {
    const answer = await fetch(path, { method: "POST", headers: { "content-type": type }, body });
    const told = await answer.json();
    if (!answer.ok) { say(told.error); return; }
    show(told);
  } catch (error) {
    say("لا جواب من البرنامج (the program does not answer)");
  }
}

function show(told) {
  const count = told.events.length;
  say([...(told.notices || []), `${count} أحداث (${count} events)`].join(" · "));
  if (told.text !== undefined) mark(told);
  const body = at("events").querySelector("tbody");
  body.replaceChildren(...told.events.map(row));
  at("events").hidden = count === 0;
}

// Offsets count code points; JavaScript's strings count halves of some.
function mark(told) {
  const letters = Array.from(told.text);
  const marks = told.dates.map((date) => ({ ...date, kind: "date", title: date.value ? date.value.edtf : date.kind }));
  for (const event of told.events)
    for (const mention of event.mentions)
      marks.push({ ...mention.trigger, kind: "trigger", title: event.action.type });
  marks.sort((one, other) => one.start - other.start || other.end - one.end);
  const pieces = [];
  let position = 0;
  for (const one of marks) {
    if (one.start < position) continue;
    pieces.push(letters.slice(position, one.start).join(""));
    const element = document.createElement("mark");
    element.className = one.kind;
    element.title = one.title;
    element.textContent = letters.slice(one.start, one.end).join("");
    pieces.push(element);
    position = one.end;
  }
  pieces.push(letters.slice(position).join(""));
  at("shown").replaceChildren(...pieces);
  at("shown").hidden = false;
}

function row(event) {
  const names = (actors) => actors.map((actor) => actor.name).join("، ");
  const who = names(event.actors) + (event.targets.length ? " ← " + names(event.targets) : "");
  const cells = [event.date ? event.date.edtf : "–", who || "–", event.action.text, event.place ? event.place.name : "–", event.action.type];
  const made = document.createElement("tr");
  for (const text of cells) {
    const cell = document.createElement("td");
    cell.textContent = text;
    made.append(cell);
  }
  made.title = event.mentions.map((mention) => mention.quote).join("\n");
  return made;
}

async function read(files) {
  for (const file of files) await ask("/api/files", await file.arrayBuffer(), "application/octet-stream");
}

at("paste").addEventListener("submit", (submitted) => {
  submitted.preventDefault();
  const article = { text: at("text").value, published: at("published").value || null };
  ask("/api/extract", JSON.stringify(article), "application/json");
});
at("files").addEventListener("change", () => read(at("files").files));
for (const kind of ["dragover", "dragleave", "drop"])
  document.addEventListener(kind, (moved) => {
    moved.preventDefault();
    at("text").classList.toggle("over", kind === "dragover");
    if (kind === "drop") read(moved.dataTransfer.files);
  });
