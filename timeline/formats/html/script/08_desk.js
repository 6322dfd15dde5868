  // ---- the desk: selecting, deciding, undoing, saving, loading, exporting

  const ticked = new Set();
  let lastTicked = null;
  const past = []; // what each deed here added, for undo
  const STORE = "timeline.corrections";

  const keep = () => {
    try {
      if (decisions.length) localStorage.setItem(STORE, decisions.map((one) => JSON.stringify(one)).join("\n"));
      else localStorage.removeItem(STORE);
      return true;
    } catch { return false; }
  };
  const remembered = () => {
    try { return linesOf(localStorage.getItem(STORE) || "").found; } catch { return []; }
  };
  const KNOWN = ["hide", "confirm", "star", "note", "date", "actors", "targets", "type", "place", "modality", "join", "part"];
  const isEvidence = (one) => one && typeof one === "object" && typeof one.article === "string" && Number.isInteger(one.start) && Number.isInteger(one.end);
  const linesOf = (text) => {
    const found = [];
    let wrong = 0;
    for (const line of text.replace(/^\ufeff/, "").split("\n").filter((one) => one.trim())) {
      try {
        const one = JSON.parse(line);
        if (!KNOWN.includes(one.decide) || !Array.isArray(one.of) || !one.of.length || ![...one.of, ...(one.apart || [])].every(isEvidence)) throw new Error();
        found.push(one);
      } catch { wrong += 1; }
    }
    return { found, wrong };
  };
  const inOrder = (list_) => list_.map((one, place) => [Date.parse(one.at || 0) || 0, place, one]).sort((a, b) => a[0] - b[0] || a[1] - b[1]).map((one) => one[2]);

  const after = (text) => {
    keep();
    rebuild();
    for (const key of ticked) if (!entries.some((entry) => entry.key === key)) ticked.delete(key);
    apply({ address: false, stay: true });
    if (text) announce(text);
  };
  let moment = 0;
  const deed = (made) => {
    const by = $("by").value.trim();
    moment = Math.max(Date.now(), moment + 1); // so that of two deeds the later one is later
    const stamped = made.filter((one) => one.of.length).map((one) => ({ ...one, ...(by && { by }), at: new Date(moment).toISOString() }));
    if (!stamped.length) return;
    decisions.push(...stamped);
    past.push(stamped);
    after();
  };
  const undo = () => {
    const last = past.pop();
    if (!last) return;
    decisions = decisions.filter((one) => !last.includes(one));
    after(say("undone"));
  };
  const withdraw = (decision) => {
    if (decisions.includes(decision)) { decisions = decisions.filter((one) => one !== decision); after(say("undone")); return; }
    const { decide, of, apart } = decision;
    deed([{ decide, of, ...(apart && { apart }), withdrawn: true, ...(decide === "note" && { was: decision.value }) }]);
  };

  const entryOf = (key) => entries.find((entry) => entry.key === key);
  const chosen = () => {
    if (ticked.size) return [...ticked].map(entryOf).filter(Boolean);
    const node = document.activeElement && document.activeElement.closest("#list > li.e");
    const entry = node && entryOf(node.dataset.key);
    return entry ? [entry] : [];
  };
  const allEvidence = (entry) => entry.parts.map(evidenceOf);

  const tick = (key, on, range) => {
    const rows = rowItems.map((item) => item.key);
    const [from, to] = range && lastTicked ? [rows.indexOf(lastTicked), rows.indexOf(key)].sort((a, b) => a - b) : [-1, -1];
    for (const one of from >= 0 ? rows.slice(from, to + 1) : [key]) on ? ticked.add(one) : ticked.delete(one);
    lastTicked = key;
    showTicks();
  };
  const showTicks = () => {
    for (const [key, node] of nodes) {
      const box = node.querySelector(".tick");
      if (box) { box.checked = ticked.has(key); node.classList.toggle("ticked", ticked.has(key)); }
    }
    drawDesk();
  };

  const flag = (decide, field) => {
    const rows = chosen();
    const on = rows.some((entry) => !entry[field]);
    const next = decide === "hide" && rows.length ? neighbourOf(rows) : null;
    deed(rows.map((entry) => ({ decide, of: allEvidence(entry), ...(!on && { withdrawn: true }) })));
    if (rows.length) announce(fill(on ? "did_" + decide : "undid_" + decide, rows.length));
    if (decide === "hide") ticked.clear();
    if (next) focusRow(next);
    drawDesk();
  };
  const neighbourOf = (rows) => {
    const gone = new Set(rows.map((entry) => entry.key));
    const place = rowItems.findIndex((item) => gone.has(item.key));
    const found = [...rowItems.slice(place), ...rowItems.slice(0, Math.max(0, place)).reverse()].find((item) => !gone.has(item.key));
    return found && found.key;
  };
  const joinChosen = () => {
    const rows = chosen();
    if (rows.length < 2) { announce(say("join_needs_two")); return; }
    deed([{ decide: "join", of: rows.flatMap(allEvidence) }]);
    const head = rows.sort((one, other) => one.n - other.n)[0];
    ticked.clear();
    drawDesk();
    focusRow(head.key);
    announce(fill("did_join", rows.length));
  };
  const partOut = (entry, part) => {
    const mine = entry.parts.filter((one) => telling(one) === telling(part));
    const others = entry.parts.filter((one) => telling(one) !== telling(part));
    deed([{ decide: "part", of: mine.map(evidenceOf), apart: others.map(evidenceOf) }]);
    announce(say("did_part"));
  };

  // ---- notes and fields, in a dialogue of the page's own

  const ask = (title, fields, done) => {
    const dialog = $("dialog");
    const form = make("form", { method: "dialog" }, make("h2", {}, title), ...fields,
      make("p", { class: "said", role: "alert" }),
      make("p", { class: "buttons" }, make("button", { type: "submit", class: "main" }, say("save")), button(say("cancel"), () => dialog.close())));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const wrong = done(new FormData(form));
      if (wrong) form.querySelector(".said").textContent = wrong;
      else dialog.close();
    });
    dialog.replaceChildren(form);
    dialog.setAttribute("aria-label", title);
    const back = document.activeElement && document.activeElement.closest("#list > li.e");
    dialog.addEventListener("close", () => { if (back) focusRow(back.dataset.key, false); }, { once: true });
    dialog.showModal();
    const first = form.querySelector("input, textarea, select");
    if (first) first.focus();
  };
  const field = (label, control, hint) => make("label", { class: "f" }, make("span", {}, label), control, hint ? make("small", {}, hint) : null);

  const writeNote = (keys, was) => {
    const rows = keys.map(entryOf).filter(Boolean);
    if (!rows.length) return;
    ask(say("add_note"), [field(say("note"), make("textarea", { name: "note", rows: "4", dir: "auto" }, was || ""))], (data) => {
      const value = data.get("note").trim();
      if (!value && !was) return say("nothing_written");
      const made = [];
      for (const entry of rows) {
        const old = was && findNote(entry, was);
        const of = old ? old.of : allEvidence(entry);
        made.push(value ? { decide: "note", of, value, ...(was && { was }) } : { decide: "note", of, withdrawn: true, was });
      }
      deed(made);
      return "";
    });
  };
  const findNote = (entry, text) => {
    const mine = new Set(entry.parts.map((one) => one.join()));
    return [...decisions, ...index.decisions].find((one) => one.decide === "note" && one.value === text && placesOf(one.of).some((place) => mine.has(place.join())));
  };

  const options = (rows, value) => rows.map((row) => make("option", { value: row[0], selected: row[0] === value }, pick(row.slice(1))));
  const names = (numbers) => numbers.map((number) => actorName(number)).join(lang === "ar" ? "؛ " : "; ");
  const editor = (entry) => {
    const before = { date: edtfOf(entry), actors: names(entry.actors), targets: names(entry.targets), place: entry.place < 0 ? "" : placeName(entry.place), type: typeKeys[entry.type], modality: modalityKeys[entry.modality] };
    const text = (name, more_) => make("input", { name, value: before[name], autocomplete: "off", ...more_ });
    ask(say("correct"), [
      make("p", { class: "quote", lang: "ar", dir: "auto" }, entry.text),
      field(say("date"), text("date", { dir: "ltr" }), say("date_hint")),
      field(say("actors"), text("actors", { list: "known", dir: "auto" }), say("parties_hint")),
      field(say("targets"), text("targets", { list: "known", dir: "auto" })),
      field(say("place"), text("place", { list: "places", dir: "auto" })),
      field(say("type"), make("select", { name: "type" }, options(index.types, before.type))),
      field(say("modality"), make("select", { name: "modality" }, options(index.modalities, before.modality))),
    ], (data) => {
      const made = [];
      for (const name of Object.keys(before)) {
        const value = String(data.get(name) || "").trim();
        if (value === before[name]) continue;
        if (name === "date" && !readEdtf(value)) return say("date_wrong");
        const stated = { date: () => western(value) || null, place: () => (value ? placeRecord(placeNumber(value)) : null), type: () => value, modality: () => value,
          actors: () => people(value), targets: () => people(value) }[name]();
        made.push({ decide: name, of: allEvidence(entry), value: stated });
      }
      deed(made);
      if (made.length) announce(say("did_correct"));
      return "";
    });
  };
  const people = (text) => text.split(/[;؛]/).map((one) => one.trim()).filter(Boolean).map((one) => actorRecord(actorNumber(one)));

  // ---- the file of corrections

  const everyDecision = () => {
    const found = new Map([...index.decisions, ...decisions].map((one) => [keyOf(one), one]));
    return inOrder([...found.values()]);
  };
  const fileOf = () => everyDecision().map(({ was, ...line }) => JSON.stringify(line) + "\n").join("");
  const download = (name, text, kind) => {
    const address = URL.createObjectURL(new Blob([text], { type: kind + ";charset=utf-8" }));
    const link = make("a", { href: address, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  };
  const load = async (file) => {
    const { found, wrong } = linesOf(await file.text());
    const known = new Set([...index.decisions, ...decisions].map(keyOf));
    const fresh_ = found.filter((one) => !known.has(keyOf(one)));
    decisions = inOrder([...decisions, ...fresh_]);
    if (fresh_.length) past.push(fresh_);
    after(fill("loaded", fresh_.length) + (wrong ? " " + fill("wrong_lines", wrong) : ""));
  };
  const strays = () => decisions.filter((one) => !placesOf(one.of).length).length;

  // ---- export, and copying a row

  const outgoing = () => (ticked.size ? chosen() : shown);
  const titles = (entry) => entry.articles.map((number) => index.articles[number]);
  const record = (entry) => ({
    date: edtfOf(entry) || null, begin: entry.begin || null, end: entry.end || null,
    actors: entry.actors.map((number) => actorName(number)), codes: entry.actors.map((number) => index.actors[number][2]),
    targets: entry.targets.map((number) => actorName(number)),
    action: entry.text, type: typeKeys[entry.type], modality: modalityKeys[entry.modality],
    place: entry.place < 0 ? null : placeName(entry.place), dated: entry.dated < 0 ? null : index.dated[entry.dated][0], sureness: index.sure[entry.sure][0],
    sources: entry.articles.map((number) => sourceName(index.articles[number][1])), titles: titles(entry).map((one) => one[0]), urls: titles(entry).map((one) => one[2]),
    quotes: entry.parts.map(([n, k]) => quoteOf(n, k)), contradicts: !!(entry.differs & 1),
    starred: entry.starred, confirmed: entry.confirmed, notes: entry.notes, corrected: entry.amended.map((one) => one[0]), texts_give: Object.fromEntries(entry.amended.map((one) => [one[0], one[1]])),
  });
  const armless = (text) => text.replace(/(^|;)([\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*)(?=[=+\-@＝＋－＠|%])/g, "$1'$2");
  const cell = (value) => {
    const text = Array.isArray(value) ? value.join("; ") : value && typeof value === "object" ? JSON.stringify(value) : value === null ? "" : String(value);
    return `"${armless(text.replace(/\s+/g, " ")).replace(/"/g, '""')}"`;
  };
  const csv = (rows) => {
    const found = rows.map(record);
    const heads = Object.keys(record(rows[0] || entries[0]));
    return "\ufeff" + [heads, ...found.map((one) => heads.map((name) => one[name]))].map((line) => line.map(cell).join(",")).join("\r\n") + "\r\n";
  };
  const escaped = (text) => text.replace(/\s+/g, " ").replace(/([\\`*_{}[\]()|~$@#<>!])/g, "\\$1");
  const markdown = (rows) => {
    const heads = ["date", "actors", "action", "type", "place", "articles"].map(say);
    const line = (entry) => [dateLabel(entry), partiesOf(entry), entry.text + (entry.differs & 1 ? " ≠" : ""), pick(index.types[entry.type].slice(1)) + (entry.modality ? ` (${pick(index.modalities[entry.modality].slice(1))})` : ""),
      entry.place < 0 ? "" : placeName(entry.place), entry.articles.map(articleName).join("; ")].map(escaped);
    const filters_ = describeFilters().map((one) => one[0]).join(" · ");
    return `# ${escaped(document.title)}\n\n${filters_ ? escaped(filters_) + "\n\n" : ""}` + [heads, heads.map(() => "---"), ...rows.map(line)].map((cells) => `| ${cells.join(" | ")} |`).join("\n") + "\n";
  };
  const partiesOf = (entry) => [entry.actors.map(actorName).join(comma()), entry.targets.map(actorName).join(comma())].filter(Boolean).join(lang === "ar" ? " ← " : " → ");
  const exported = (form) => {
    const rows = outgoing();
    if (!entries.length) return;
    if (form === "csv") download("chronology.csv", csv(rows), "text/csv");
    if (form === "markdown") download("chronology.md", markdown(rows), "text/markdown");
    if (form === "json") download("chronology.events.json", JSON.stringify(rows.map(record), null, 1), "application/json");
    announce(fill("exported", rows.length));
  };
  const copy = async (rows) => {
    const text = rows.map((entry) => {
      const sources = entry.articles.map((number) => { const [, , url, day] = index.articles[number]; return articleName(number) + (day ? ` (${dayLabel(day)})` : "") + (url ? ` ${url}` : ""); });
      return `${dateLabel(entry)} — ${partiesOf(entry)}: ${entry.text}${entry.place < 0 ? "" : ` (${placeName(entry.place)})`}\n${say("source")}: ${sources.join("; ")}`;
    }).join("\n\n");
    try { await navigator.clipboard.writeText(text); } catch {
      const area = make("textarea", { class: "vh" }, text);
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    announce(fill("copied", rows.length));
  };

  // ---- the bar below

  const drawDesk = () => {
    const count = ticked.size;
    $("ticked").textContent = count ? fill("selected", count) : say("none_selected");
    for (const id of ["hide", "star", "confirm", "note", "join", "copy"]) $("do-" + id).disabled = id === "join" ? count < 2 : !count;
    $("untick").hidden = !count;
    $("desk").classList.toggle("idle", !count && !decisions.length);
    $("undo").disabled = !past.length;
    const lines = everyDecision().length;
    $("kept").textContent = decisions.length ? fill("kept_here", decisions.length) + (strays() ? ` (${fill("strays", strays())})` : "") : say("kept_none");
    $("save").textContent = lines ? `${say("save_file")} (${lines})` : say("save_file");
    $("save").disabled = !lines;
    $("forget").hidden = !decisions.length;
    $("log").replaceChildren(...everyDecision().reverse().slice(0, 200).map((one) => make("li", {},
      make("b", {}, say("d_" + one.decide) + (one.withdrawn ? ` (${say("withdrawn")})` : "")), " ",
      make("bdi", {}, typeof one.value === "string" ? wordFor(one.value) : one.value ? (Array.isArray(one.value) ? one.value.map((who) => who.name || who).join(comma()) : one.value.name || "") : ""), " ",
      make("q", { lang: "ar", dir: "auto" }, String(one.of[0].quote || one.of[0].trigger || "").slice(0, 70)), " ",
      make("span", { class: "code" }, [one.by, one.at ? one.at.slice(0, 16).replace("T", " ") : ""].filter(Boolean).join(" · ")), " ",
      one.withdrawn && !decisions.includes(one) ? null : button(say("take_back"), () => withdraw(one), { class: "small" }))));
  };
