  // ---- entries: the rows of the file, with what was decided here

  const ROW = ["id", "begin", "end", "prec", "marks", "dated", "sure", "actors", "targets", "text", "type", "modality", "place",
    "articles", "differs", "review", "occasion", "mentions", "written"];
  const bases = index.rows.map((row, n) => ({ n, ...Object.fromEntries(ROW.map((name, place) => [name, row[place]])) }));
  const typeKeys = index.types.map((type) => type[0]);
  const modalityKeys = index.modalities.map((modality) => modality[0]);
  const classOf = (entry) => settings.classes[typeKeys[entry.type]] || "plain";
  const actorName = (number) => pick(index.actors[number]);
  const placeName = (number) => pick(index.places[number]);
  const sourceName = (number) => index.sources[number] || say("unknown_source");
  const sourcesOf = (entry) => [...new Set(entry.articles.map((article) => index.articles[article][1]))];
  const articleName = (number) => {
    const [title, source] = index.articles[number];
    return title && index.sources[source] ? `${index.sources[source]}: «${title}»` : title || sourceName(source);
  };

  const standing = new Map(); // where a mention stands -> [row, place in it]
  bases.forEach((base) => base.mentions.forEach(([article, start, end], k) => {
    standing.set(`${index.articles[article][4]}|${start}|${end}`, [base.n, k]);
  }));

  const fresh = (base) => {
    const review = base.review || {};
    return {
      ...base, key: base.id, parts: base.mentions.map((_, k) => [base.n, k]), text: base.text, notes: [...(review.notes || [])],
      confirmed: !!review.confirmed, starred: !!review.starred, hidden: !!review.hidden, joined: !!review.joined,
      amended: [...(review.amended || [])], changed: false,
    };
  };

  let entries = [];
  let decisions = []; // made in this browser, in the order in which they hold

  const keyOf = (decision) => JSON.stringify([decision.decide, decision.of.map((one) => [one.article, one.start, one.end]),
    (decision.apart || []).map((one) => [one.article, one.start, one.end]), decision.value ?? null, Date.parse(decision.at || 0) || 0, !!decision.withdrawn]);
  const written = new Set(index.decisions.map(keyOf));

  const rebuild = () => {
    entries = bases.map(fresh);
    const home = new Map();
    entries.forEach((entry) => entry.parts.forEach((part) => home.set(part.join(), entry)));
    for (const decision of decisions) if (!written.has(keyOf(decision))) decide(decision, home);
    entries = entries.filter((entry) => !entry.gone);
    for (const entry of entries) if (entry.confirmed) entry.sure = 0;
    entries.forEach(describe);
  };

  const placesOf = (evidence) => (evidence || []).map((one) => standing.get(`${one.article}|${one.start}|${one.end}`)).filter(Boolean);

  const decide = (decision, home) => {
    const of = placesOf(decision.of);
    const apart = placesOf(decision.apart);
    const about = [...new Set(of.map((part) => home.get(part.join())))];
    if (!about.length) return;
    if (decision.decide === "join") { if (!decision.withdrawn) join(about, home); return; }
    if (decision.decide === "part") { if (!decision.withdrawn) part(of, apart, home); return; }
    for (const entry of about) {
      entry.changed = true;
      if (decision.decide === "note") {
        entry.notes = entry.notes.filter((note) => note !== decision.was);
        if (!decision.withdrawn) entry.notes.push(decision.value);
      } else if (decision.decide in FLAGS) entry[FLAGS[decision.decide]] = !decision.withdrawn;
      else set(entry, decision);
    }
  };
  const FLAGS = { hide: "hidden", star: "starred", confirm: "confirmed" };

  const join = (about, home) => {
    const [head, ...others] = about.sort((one, other) => one.n - other.n);
    if (!others.length) return;
    Object.assign(head, { joined: true, changed: true });
    for (const other of others) {
      head.parts.push(...other.parts);
      head.articles = [...new Set([...head.articles, ...other.articles])];
      head.notes.push(...other.notes);
      if (other.begin && head.begin && (other.begin !== head.begin || other.end !== head.end)) head.differs |= 1;
      other.gone = true;
      other.parts.forEach((one) => home.set(one.join(), head));
    }
  };

  const telling = ([n, k]) => { const [article, , , event] = bases[n].mentions[k]; return `${article}|${event}`; };

  const part = (of, apart, home) => {
    for (const entry of new Set(of.map((one) => home.get(one.join())))) {
      if (!apart.some((one) => home.get(one.join()) === entry)) continue;
      const leaving = new Set(of.map(telling));
      const out = entry.parts.filter((one) => leaving.has(telling(one)));
      if (out.length === entry.parts.length) continue;
      const made = { ...fresh(bases[out[0][0]]), key: `${entry.key}~${out[0].join("-")}`, parts: out, joined: false, changed: true, notes: [] };
      entry.parts = entry.parts.filter((one) => !leaving.has(telling(one)));
      for (const half of [entry, made]) half.articles = [...new Set(half.parts.map(([n, k]) => bases[n].mentions[k][0]))];
      entry.changed = true;
      entries.push(made);
      out.forEach((one) => home.set(one.join(), made));
    }
  };

  // What a field shows, as the texts give it: for "was".
  const shownIn = (entry, field) => ({
    date: () => (entry.begin ? [edtfOf(entry)] : []),
    actors: () => entry.actors.map((one) => index.actors[one][0]),
    targets: () => entry.targets.map((one) => index.actors[one][0]),
    place: () => (entry.place < 0 ? [] : [index.places[entry.place][0]]),
    type: () => [typeKeys[entry.type]],
    modality: () => [modalityKeys[entry.modality]],
  })[field]();

  const set = (entry, decision) => {
    const field = decision.decide;
    const before = entry.amended.find((one) => one[0] === field);
    const was = before ? before[1] : shownIn(entry, field);
    entry.amended = entry.amended.filter((one) => one[0] !== field);
    if (!decision.withdrawn) entry.amended.push([field, was, decision.by || "", decision.at || ""]);
    const value = decision.withdrawn ? fromTexts(field, was) : decision.value;
    if (field === "date") Object.assign(entry, readEdtf(value || "") || {}, { dated: -1, written: "" });
    else if (field === "place") entry.place = value ? placeNumber(value) : -1;
    else if (field === "type") entry.type = Math.max(0, typeKeys.indexOf(value));
    else if (field === "modality") entry.modality = Math.max(0, modalityKeys.indexOf(value));
    else if (field === "actors" || field === "targets") entry[field] = (value || []).map(actorNumber);
  };
  const fromTexts = (field, was) => (field === "actors" || field === "targets" ? was : was[0] ?? null);

  // Parties and places by a record, an Arabic or English name, or a code.
  const plain = (text) => fold(text).replace(/(^|\s)ال/g, "$1").trim();
  const actorNumber = (value) => {
    const record = typeof value === "string" ? { name: value } : value;
    const asked = plain(record.name);
    let found = index.actors.findIndex((one) => plain(one[0]) === asked || plain(one[1]) === asked);
    if (found < 0) found = index.actors.findIndex((one) => one[2] && one[2] === record.name.trim().toUpperCase() && one[3] !== "person");
    if (found >= 0) return found;
    let entity = index.entities.findIndex((one) => one[0] === record.name);
    if (entity < 0) entity = index.entities.push([record.name, record.name, record.english || record.name, "people"]) - 1;
    return index.actors.push([record.name, record.english || record.name, record.code || "", record.kind || "group", "", [entity]]) - 1;
  };
  const actorRecord = (number) => {
    const [name, english, code, kind, sector] = index.actors[number];
    return { name, ...(code && { code }), ...(sector && { sector }), ...(kind !== "state" && { kind }), ...(english !== name && { english }) };
  };
  const placeNumber = (value) => {
    const record = typeof value === "string" ? { name: value } : value;
    const asked = plain(record.name);
    const found = index.places.findIndex((one) => plain(one[0]) === asked || plain(one[1]) === asked);
    return found >= 0 ? found : index.places.push([record.name, record.english || record.name, record.country || "", record.latitude ?? null, record.longitude ?? null]) - 1;
  };
  const placeRecord = (number) => {
    const [name, english, country, latitude, longitude] = index.places[number];
    return { name, ...(country && { country }), ...(latitude !== null && { latitude, longitude }), ...(english !== name && { english }) };
  };

  const evidenceOf = ([n, k]) => {
    const [article, start, end, , type] = bases[n].mentions[k];
    const trigger = details(n).q[k][1].filter((piece) => piece[0] === "trigger").map((piece) => piece[1]).join("");
    return { article: index.articles[article][4], start, end, trigger, quote: quoteOf(n, k), type: typeKeys[type] };
  };
