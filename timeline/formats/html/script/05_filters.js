  // ---- filters: several values and "not" in each, with counts that follow

  const FIELDS = ["actor", "place", "type", "source", "modality", "dated", "sure"];
  const KINDS = ["differs", "many", "starred", "corrected", "noted", "hidden"];
  const filter = { q: "", from: "", to: "", any: false, is: new Set(), view: "events" };
  for (const field of FIELDS) filter[field] = new Map();

  const tables = {
    actor: { rows: index.entities, key: (row) => row[0], name: (row) => pick(row.slice(1)), find: (row) => row.slice(0, 3).join(" ") },
    place: { rows: index.places, key: (row) => row[0], name: (row) => pick(row), find: (row) => row.slice(0, 3).join(" ") },
    type: { rows: index.types, key: (row) => row[0], name: (row) => pick(row.slice(1)), find: (row) => row.join(" ") },
    source: { rows: index.sources, key: (row) => row || "?", name: (row) => row || say("unknown_source"), find: (row) => row },
    modality: { rows: index.modalities, key: (row) => row[0], name: (row) => pick(row.slice(1)), find: (row) => row.join(" ") },
    dated: { rows: index.dated, key: (row) => row[0], name: (row) => pick(row.slice(1)), find: (row) => row.join(" ") },
    sure: { rows: index.sure, key: (row) => row[0], name: (row) => pick(row.slice(1)), find: (row) => row.join(" ") },
  };
  const nameOf = (field, key) => {
    const row = tables[field].rows.find((one) => tables[field].key(one) === key);
    return row === undefined ? key : tables[field].name(row);
  };

  // What the filters ask of an entry, worked out once for each change of it.
  const describe = (entry) => {
    const entities = new Set([...entry.actors, ...entry.targets].flatMap((number) => index.actors[number][5]));
    entry.values = {
      actor: [...entities].map((number) => index.entities[number][0]),
      place: entry.place < 0 ? [] : [index.places[entry.place][0]],
      type: [typeKeys[entry.type]],
      source: sourcesOf(entry).map((number) => index.sources[number] || "?"),
      modality: [modalityKeys[entry.modality]],
      dated: entry.dated < 0 ? [] : [index.dated[entry.dated][0]],
      sure: [index.sure[entry.sure][0]],
    };
    entry.hay = null;
    entry.kinds = new Set(KINDS.filter((kind) => ({
      differs: entry.differs & 3, many: entry.articles.length > 1, starred: entry.starred,
      corrected: entry.amended.length || entry.joined, noted: entry.notes.length, hidden: entry.hidden,
    })[kind]));
  };

  const passes = (field, values) => {
    const wanted = filter[field];
    if (!wanted.size) return true;
    let asked = 0;
    let met = 0;
    for (const [key, sign] of wanted) {
      const has = values.includes(key);
      if (sign < 0 && has) return false;
      if (sign > 0) { asked += 1; if (has) met += 1; }
    }
    return !asked || (field === "actor" && !filter.any ? met === asked : met > 0);
  };

  let shown = [];
  let words = [];
  let counts = {};
  let kindCounts = {};

  const sift = () => {
    words = wordsOf(filter.q);
    const begin = filter.from && (readEdtf(filter.from) || {}).begin;
    const end = filter.to && (readEdtf(filter.to) || {}).end;
    counts = Object.fromEntries(FIELDS.map((field) => [field, new Map()]));
    kindCounts = {};
    shown = [];
    for (const entry of entries) {
      if (entry.hidden && !filter.is.has("hidden")) { kindCounts.hidden = (kindCounts.hidden || 0) + 1; continue; }
      if ((begin && !(entry.end >= begin)) || (end && !(entry.begin && entry.begin <= end))) continue;
      if (![...filter.is].every((kind) => entry.kinds.has(kind))) continue;
      const failing = FIELDS.filter((field) => !passes(field, entry.values[field]));
      if (failing.length > 1 || (words.length && !holds(entry, words))) continue;
      for (const field of failing.length ? failing : FIELDS) {
        for (const key of entry.values[field]) counts[field].set(key, (counts[field].get(key) || 0) + 1);
      }
      if (failing.length) continue;
      for (const kind of entry.kinds) kindCounts[kind] = (kindCounts[kind] || 0) + 1;
      shown.push(entry);
    }
  };

  const active = () => !!(filter.q || filter.from || filter.to || filter.is.size || FIELDS.some((field) => filter[field].size));

  const clear = () => {
    Object.assign(filter, { q: "", from: "", to: "" });
    filter.is.clear();
    for (const field of FIELDS) filter[field].clear();
  };

  const toggle = (field, key, sign = 1) => {
    if (filter[field].get(key) === sign) filter[field].delete(key);
    else filter[field].set(key, sign);
    apply();
  };

  // ---- the address keeps what is chosen

  const describeFilters = () => {
    const found = [];
    if (filter.q) found.push([`${say("search")}: ${filter.q}`, () => { filter.q = ""; }]);
    if (filter.from) found.push([`${say("from")} ${filter.from}`, () => { filter.from = ""; }]);
    if (filter.to) found.push([`${say("to")} ${filter.to}`, () => { filter.to = ""; }]);
    for (const kind of filter.is) found.push([say("is_" + kind), () => filter.is.delete(kind)]);
    for (const field of FIELDS) {
      for (const [key, sign] of filter[field]) {
        found.push([`${say(field)}: ${sign < 0 ? say("not") + " " : ""}${nameOf(field, key)}`, () => filter[field].delete(key)]);
      }
    }
    return found;
  };

  const writeAddress = () => {
    const chosen = new URLSearchParams();
    for (const name of ["q", "from", "to"]) if (filter[name]) chosen.set(name, filter[name]);
    for (const field of FIELDS) for (const [key, sign] of filter[field]) chosen.append(sign < 0 ? "not-" + field : field, key);
    if (filter.is.size) chosen.set("is", [...filter.is].join(","));
    if (filter.any) chosen.set("any", "1");
    if (filter.view !== "events") chosen.set("view", filter.view);
    if (lang !== settings.lang) chosen.set("lang", lang);
    if (tradition !== settings.tradition) chosen.set("months", tradition);
    const hash = chosen.toString();
    history.replaceState(null, "", hash ? "#" + hash : location.href.split("#")[0]);
  };

  const readAddress = () => {
    const hash = location.hash.slice(1);
    if (hash && !hash.includes("=")) {
      const entry = entries.find((one) => "e-" + one.key === hash);
      if (entry) visit(entry, true);
      return;
    }
    const chosen = new URLSearchParams(hash);
    clear();
    filter.q = chosen.get("q") || "";
    for (const name of ["from", "to"]) filter[name] = readEdtf(chosen.get(name) || "") ? chosen.get(name) || "" : "";
    for (const field of FIELDS) {
      const known = new Set(tables[field].rows.map(tables[field].key));
      for (const [name, sign] of [[field, 1], ["not-" + field, -1]]) {
        for (const key of chosen.getAll(name)) if (known.has(key)) filter[field].set(key, sign);
      }
    }
    for (const kind of (chosen.get("is") || "").split(",")) if (KINDS.includes(kind)) filter.is.add(kind);
    filter.any = chosen.get("any") === "1";
    filter.view = ["events", "lanes", "map", "articles"].includes(chosen.get("view")) ? chosen.get("view") : "events";
    if (settings.months[chosen.get("months")]) tradition = chosen.get("months");
    const asked = chosen.get("lang") || settings.lang;
    if (asked === "ar" || asked === "en") lang = asked;
    speak();
    apply({ address: false });
  };

  // ---- the form

  const drawFacets = () => {
    for (const field of FIELDS) drawFacet(field);
    const kinds = $("kinds");
    kinds.replaceChildren(...KINDS.map((kind) => make("label", { class: "kind" },
      make("input", { type: "checkbox", checked: filter.is.has(kind), onchange: () => { filter.is.has(kind) ? filter.is.delete(kind) : filter.is.add(kind); apply(); } }),
      make("span", {}, say("is_" + kind)), make("span", { class: "n" }, String(kindCounts[kind] || 0)))));
  };

  const narrowing = {};
  const drawFacet = (field) => {
    const box = $("f-" + field);
    const { rows, key, name, find } = tables[field];
    const asked = fold(narrowing[field] || "");
    const seen = new Set();
    const choices = [];
    for (const row of rows) {
      const id = key(row);
      if (seen.has(id)) continue;
      seen.add(id);
      const count = counts[field].get(id) || 0;
      const sign = filter[field].get(id) || 0;
      if ((count || sign) && (!asked || fold(find(row)).includes(asked))) choices.push([sign ? 1 : 0, count, id, name(row), sign]);
    }
    choices.sort((one, other) => other[0] - one[0] || other[1] - one[1] || one[3].localeCompare(other[3], lang));
    const most = asked ? 40 : field === "actor" ? 10 : 7;
    box.replaceChildren(...choices.slice(0, most).map(([, count, id, label, sign]) => make("li", { class: sign > 0 ? "on" : sign < 0 ? "off" : "" },
      button([make("span", { class: "v" }, label), make("span", { class: "n" }, String(count))], () => toggle(field, id), { class: "yes", "aria-pressed": String(sign > 0) }),
      button(say("not"), () => toggle(field, id, -1), { class: "no", "aria-pressed": String(sign < 0), "aria-label": `${say("not")} ${label}` }))));
    const rest = choices.length - most;
    $("r-" + field).textContent = rest > 0 ? fill("more_of", rest) : "";
    const search = $("s-" + field);
    if (search) search.hidden = rest <= 0 && !asked;
  };
