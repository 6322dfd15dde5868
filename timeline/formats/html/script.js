"use strict";
(() => {
  // Texts reach the page through textContent alone; no markup is ever built from a string.
  const root = document.documentElement;
  const $ = (id) => document.getElementById(id);
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const read = (id) => JSON.parse($(id).textContent);
  const index = read("index");
  const fields = ["actor", "place", "type", "source", "modality"];
  const items = [];
  for (const item of all("li.e")) items[Number(item.dataset.n)] = item;
  let lang = index.lang;
  let loaded = null;
  let haystacks = null;

  const details = () => (loaded ??= read("details"));
  const label = (number) => index.labels[number][lang === "en" ? 1 : 0];
  const say = (word) => label(index.words[word]);
  const name = (pair) => pair[lang === "en" ? 1 : 0] || pair[0];

  const make = (tag, properties, ...children) => {
    const element = document.createElement(tag);
    for (const [key, value] of Object.entries(properties || {})) {
      if (value) element.setAttribute(key, value);
    }
    element.append(...children.filter((child) => child !== null && child !== ""));
    return element;
  };

  // ---- searching

  const fold = (text) =>
    text.normalize("NFKD").toLowerCase().replace(/[\p{Mn}\p{Cf}\u0640]/gu, "")
      .replace(/[ىی]/g, "ي").replace(/ة/g, "ه").replace(/ک/g, "ك").replace(/ٱ/g, "ا")
      .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
      .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));

  const haystack = (number) => {
    const entry = details().entries[number];
    const people = [...entry.w, ...entry.t].map((person) => person.slice(0, 4).join(" "));
    const quotes = entry.q.map((quote) => quote[1].map((piece) => piece[1]).join("") + " " + quote[2].join(" ")
      + " " + (details().articles[quote[0]][0] || ""));
    const places = index.entries[number].place;
    return fold([items[number].querySelector(".what").textContent, ...people, ...places, ...quotes].join(" \n "));
  };

  const matches = (number, wanted, words) => {
    const entry = index.entries[number];
    if (!fields.every((field) => !wanted[field] || entry[field].includes(wanted[field]))) return false;
    if (!words.length) return true;
    haystacks ??= [];
    const text = (haystacks[number] ??= haystack(number));
    return words.every((word) => text.includes(word));
  };

  // ---- filters

  const wantedNow = () => {
    const wanted = { q: $("q").value.trim() };
    for (const field of fields) wanted[field] = $("f-" + field).value;
    return wanted;
  };

  const fillChoices = () => {
    for (const field of fields) {
      const select = $("f-" + field);
      const kept = select.value;
      while (select.children.length > 1) select.lastChild.remove();
      const option = ([key, number, count]) => make("option", { value: key }, `${label(number)} (${count})`);
      const facet = index.facets[field];
      for (const [group, word] of [["states", "states"], ["people", "people"]]) {
        const members = facet.filter((choice) => choice[3] === group);
        if (members.length) select.append(make("optgroup", { label: say(word) }, ...members.map(option)));
      }
      select.append(...facet.filter((choice) => !choice[3]).map(option));
      select.value = kept;
    }
  };

  const clearFilters = () => {
    $("q").value = "";
    for (const field of fields) $("f-" + field).value = "";
  };

  const apply = () => {
    const wanted = wantedNow();
    const words = fold(wanted.q).split(/\s+/).filter(Boolean);
    const counts = all("a.bin").map(() => [0, 0, 0, 0, 0]);
    let shown = 0;
    items.forEach((item, number) => {
      const keep = matches(number, wanted, words);
      if (item.hidden === keep) item.hidden = !keep;
      if (!keep) return;
      shown += 1;
      const bin = index.bins[number] ?? -1;
      if (bin >= 0) counts[bin][index.classes[number]] += 1;
    });
    for (const group of all(".day")) group.hidden = !group.querySelector("li.e:not([hidden])");
    for (const group of all(".month, .year")) group.hidden = !group.querySelector(".day:not([hidden])");
    $("nothing").hidden = shown > 0 || items.length === 0;
    $("status").textContent = say("shown").replace("{}", shown).replace("{}", items.length);
    $("clear").disabled = !Object.values(wanted).some(Boolean);
    root.classList.toggle("filtered", shown < items.length);
    drawStrip(counts);
  };

  const drawStrip = (counts) => {
    const svg = document.querySelector(".strip svg");
    if (!svg) return;
    const [top, height, tallest] = ["top", "height", "tallest"].map((key) => Number(svg.dataset[key]));
    all("a.bin", svg).forEach((bin, number) => {
      let foot = top + height;
      let total = 0;
      all("rect:not(.hit)", bin).forEach((bar, kind) => {
        const tall = (height * counts[number][kind]) / tallest;
        foot -= tall;
        total += counts[number][kind];
        bar.setAttribute("y", foot.toFixed(1));
        bar.setAttribute("height", tall.toFixed(1));
      });
      bin.classList.toggle("none", total === 0);
      bin.dataset.c = total;
    });
    for (const line of all("a.line", svg)) {
      const day = items[Number(line.dataset.n)].closest(".day");
      line.dataset.c = all("li.e:not([hidden])", day).length;
      line.classList.toggle("none", line.dataset.c === "0");
    }
    name_strip();
  };

  const name_strip = () => {
    for (const link of all(".strip a")) link.setAttribute("aria-label", `${label(link.dataset.a)}: ${link.dataset.c}`);
  };

  // ---- the address keeps what is chosen

  const writeAddress = () => {
    const chosen = new URLSearchParams();
    for (const [key, value] of Object.entries(wantedNow())) if (value) chosen.set(key, value);
    if (lang !== index.lang) chosen.set("lang", lang);
    const hash = chosen.toString();
    history.replaceState(null, "", hash ? "#" + hash : location.href.split("#")[0]);
  };

  const readAddress = () => {
    const hash = location.hash.slice(1);
    if (hash && !hash.includes("=")) {
      const item = $(hash);
      if (item && item.matches("li.e")) visit(item, true);
      return;
    }
    const chosen = new URLSearchParams(hash);
    $("q").value = chosen.get("q") || "";
    for (const field of fields) {
      const select = $("f-" + field);
      select.value = chosen.get(field) || "";
      if (select.selectedIndex < 0) select.value = "";
    }
    const asked = chosen.get("lang") || index.lang;
    if ((asked === "ar" || asked === "en") && asked !== lang) speak(asked);
    apply();
  };

  // ---- going to an entry

  const visit = (item, open) => {
    if (item.hidden) {
      clearFilters();
      apply();
    }
    const fold_ = item.querySelector("details");
    if (open) fold_.open = true;
    const go = () => item.scrollIntoView({ block: "center" });
    go();
    fold_.firstElementChild.focus({ preventScroll: true });
    requestAnimationFrame(go); // what scrolled past had only an estimated height
    item.classList.remove("flash");
    requestAnimationFrame(() => item.classList.add("flash"));
  };

  const firstOf = (link) => {
    if ("b" in link.dataset) {
      const bin = Number(link.dataset.b);
      return items.find((item, number) => !item.hidden && index.bins[number] === bin);
    }
    return all("li.e:not([hidden])", items[Number(link.dataset.n)].closest(".day"))[0];
  };

  // ---- what opens under an entry

  const sourceLine = (number) => {
    const [title, source, url, published] = details().articles[number];
    const text = title || source || say("unknown_source");
    const line = make("span", { class: "cite" });
    if (title && source) line.append(make("b", {}, source), " — ");
    const safe = url && /^https?:\/\//i.test(url);
    line.append(safe ? make("a", { href: url, rel: "noopener noreferrer nofollow" }, text) : make("bdi", {}, text));
    if (published !== null) line.append(" · ", make("span", {}, `${say("published")} ${label(published)}`));
    return line;
  };

  const quote = ([article, pieces, reporter, elsewhere]) => {
    const marks = { trigger: "mark", date: "mark", actor: "span", target: "span", place: "span" };
    const hints = { trigger: "trigger", date: "date", actor: "actor", target: "targets", place: "place" };
    const block = make("blockquote", { dir: "auto", lang: "ar" },
      ...pieces.map(([mark, text]) => (mark ? make(marks[mark], { class: "m-" + mark, title: say(hints[mark]) }, text) : text)));
    const caption = make("figcaption", {}, sourceLine(article));
    if (reporter.length) caption.append(" · ", `${say("reporter")} `, make("bdi", {}, name(reporter)));
    if (elsewhere) caption.append(" · ", `${say("date")}: `, make("q", { lang: "ar" }, elsewhere));
    return make("figure", {}, block, caption);
  };

  const person = (one) => {
    const line = make("li", {}, make("b", {}, name(one)));
    if (one[2]) line.append(" — ", make("bdi", { lang: "ar" }, one[2]));
    const sector = lang === "en" ? one[5] : one[4];
    const facts = [one[3], sector].filter(Boolean).join(" · ");
    if (facts) line.append(" ", make("span", { class: "code" }, facts));
    return line;
  };

  const conflict = ([field, relation, versions]) => {
    const line = make("li", {}, make("b", {}, label(field)), " — ", label(relation));
    const list = make("ul", {});
    for (const [value, articles] of versions) {
      const row = make("li", {}, make("bdi", {}, value || "—"), " ");
      row.append(make("span", { class: "code" }, articles.map((number) => {
        const [title, source] = details().articles[number];
        return source || title || say("unknown_source");
      }).join(lang === "ar" ? "، " : ", ")));
      list.append(row);
    }
    line.append(list);
    return line;
  };

  const part = (title, ...content) => make("div", {}, make("p", { class: "part" }, title), ...content);

  const more = (number) => {
    const entry = details().entries[number];
    const body = make("div", { class: "more" });
    const facts = make("dl", {});
    const fact = (word, ...content) => facts.append(make("div", {}, make("dt", {}, say(word)), make("dd", {}, ...content)));
    if (entry.d) {
      fact("date", label(entry.d[0]), " ", make("span", { class: "code" }, make("bdi", { dir: "ltr" }, entry.d[1]), " · ", label(entry.d[2])));
    }
    if (entry.w.length) fact("actors", make("ul", {}, ...entry.w.map(person)));
    if (entry.t.length) fact("targets", make("ul", {}, ...entry.t.map(person)));
    if (facts.children.length) body.append(facts);
    body.append(part(say("quotes"), ...entry.q.map(quote)));
    if (entry.c.length) body.append(part(say("conflicts"), make("ul", { class: "conflicts" }, ...entry.c.map(conflict))));
    if (entry.x.length) {
      const lines = entry.x.map((line) => make("li", { dir: "auto" }, line));
      body.append(make("details", { class: "why" }, make("summary", {}, say("explanation")), make("ul", {}, ...lines)));
    }
    body.append(make("p", { class: "perma" }, make("a", { href: "#" + items[number].id }, say("permalink"))));
    return body;
  };

  const refresh = (item) => {
    const fold_ = item.querySelector("details");
    const old = fold_.querySelector(".more");
    if (fold_.open && !old) fold_.append(more(Number(item.dataset.n)));
    if (!fold_.open && old) old.remove();
  };

  // ---- the switch of languages

  const speak = (next) => {
    lang = next;
    root.lang = lang;
    root.dir = lang === "ar" ? "rtl" : "ltr";
    for (const element of all("[data-t]")) {
      const pair = index.labels[element.dataset.t];
      element.textContent = pair[lang === "en" ? 1 : 0];
      if (element.id === "language") continue;
      if (lang === "en" && pair[0] === pair[1] && /[\u0600-\u06ff]/.test(pair[0])) element.setAttribute("lang", "ar");
      else element.removeAttribute("lang");
    }
    for (const element of all("[data-a]")) element.setAttribute("aria-label", label(element.dataset.a));
    for (const element of all("[data-h]")) element.title = label(element.dataset.h);
    $("language").lang = lang === "ar" ? "en" : "ar";
    document.title = label(index.title);
    for (const body of all(".more")) body.remove();
    items.forEach(refresh);
    fillChoices();
  };

  // ---- wiring

  root.classList.remove("nojs");
  fillChoices();
  if (matchMedia("(max-width: 62rem)").matches) $("filters").open = false;
  $("form").addEventListener("submit", (event) => event.preventDefault());
  $("form").addEventListener("reset", (event) => { event.preventDefault(); clearFilters(); apply(); writeAddress(); });
  $("form").addEventListener("change", () => { apply(); writeAddress(); });
  let typing = 0;
  $("q").addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => { apply(); writeAddress(); }, 120);
  });
  $("language").addEventListener("click", () => { speak(lang === "ar" ? "en" : "ar"); apply(); writeAddress(); });
  $("open-all").addEventListener("click", () => {
    for (const item of items) if (!item.hidden) item.querySelector("details").open = true;
  });
  $("close-all").addEventListener("click", () => {
    for (const item of items) item.querySelector("details").open = false;
  });
  document.addEventListener("toggle", (event) => {
    const item = event.target.parentElement;
    if (item && item.matches("li.e")) refresh(item);
  }, true);
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".strip a");
    if (!link) return;
    event.preventDefault();
    const item = firstOf(link);
    if (item) visit(item, false);
  });
  addEventListener("hashchange", readAddress);
  if (location.hash && !location.hash.includes("=")) {
    apply();
    addEventListener("load", () => setTimeout(readAddress)); // after the browser's own jump, which takes the focus away
  } else readAddress();
})();
