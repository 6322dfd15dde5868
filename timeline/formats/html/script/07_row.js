  // ---- a row, and what opens under it

  const filterLink = (field, key, text, properties) =>
    make("a", { href: "#" + new URLSearchParams({ [field]: key }), ...properties, onclick: (event) => { event.preventDefault(); filter[field].set(key, 1); apply({ first: true }); } }, marked(text, words));

  const partyLink = (number, properties) => {
    const [, , , , , entities] = index.actors[number];
    const name = actorName(number);
    const arabic = lang === "en" && /[\u0600-\u06ff]/.test(name);
    return filterLink("actor", index.entities[entities[0]][0], name, { ...properties, ...(arabic && { lang: "ar" }) });
  };
  const listed = (elements) => elements.flatMap((element, place) => (place ? [comma(), element] : [element]));

  const whenOf = (entry) => {
    const how = entry.amended.some((one) => one[0] === "date") ? "set" : entry.dated < 0 ? null : index.dated[entry.dated][0];
    if (!entry.begin) return make("div", { class: "when none" }, make("span", { class: "day" }, "؟"), make("small", {}, say("undated")));
    const day = entry.begin === entry.end;
    const [, m, d] = parts(entry.begin);
    const about = entry.marks & 1 ? "~" : "";
    const label = dateLabel(entry);
    return make("div", { class: "when" + (how === "story" || how === "inferred" ? " lent" : "") },
      make("time", { datetime: entry.begin, class: "vh" }, label),
      day ? make("span", { class: "day", "aria-hidden": "true" }, about + d) : make("span", { class: "day long", "aria-hidden": "true" }, label),
      day ? make("small", { "aria-hidden": "true" }, `${month(m)} · ${weekday(entry.begin)}`) : null,
      how ? make("small", { class: "how " + how, title: say("how_" + how) }, how === "set" ? say("set_by_reader") : pick(index.dated[entry.dated].slice(1))) : null);
  };

  const rowNode = (item) => {
    const { entry } = item;
    const isOpen = opened.has(entry.key);
    const [, english] = [0, lang === "en"];
    const who = [];
    if (entry.actors.length) who.push(...listed(entry.actors.map((one) => partyLink(one))));
    if (entry.targets.length) {
      who.push(make("span", { class: "to", "aria-hidden": "true" }, english ? " → " : " ← "), make("span", { class: "vh" }, ` ${say("targets")} `),
        ...listed(entry.targets.map((one) => partyLink(one, { class: "tgt" }))));
    }
    const ticked_ = ticked.has(entry.key);
    const tags = [
      filterLink("type", typeKeys[entry.type], pick(index.types[entry.type].slice(1)), { class: "type" }),
      entry.modality ? make("span", { class: "mod" }, pick(index.modalities[entry.modality].slice(1))) : null,
      entry.place >= 0 ? filterLink("place", index.places[entry.place][0], placeName(entry.place), { class: "place" }) : null,
      entry.written ? make("q", { class: "asw", lang: "ar", title: say("as_written") }, entry.written) : null,
      sourceTag(entry),
      entry.differs & 1 ? make("span", { class: "warn" }, make("b", { "aria-hidden": "true" }, "≠"), " " + say("differ")) : null,
      entry.differs & 2 ? make("span", { class: "hist" }, say("changed")) : null,
      make("span", { class: "sure s-" + index.sure[entry.sure][0], title: say("sure_help") }, pick(index.sure[entry.sure].slice(1))),
      ...deskTags(entry),
      item.under ? button(counted("statements", item.under), () => { unfolded.has(entry.key) ? unfolded.delete(entry.key) : unfolded.add(entry.key); redraw(); },
        { class: "under", "aria-expanded": String(unfolded.has(entry.key)) }) : null,
    ];
    const node = make("li", {
      class: `e k-${classOf(entry)}${ticked_ ? " ticked" : ""}${item.child ? " child" : ""}${entry.hidden ? " hid" : ""}${isOpen ? " opened" : ""}`,
      id: "e-" + entry.key, "data-key": entry.key, "aria-setsize": rowItems.length,
    },
    make("div", { class: "row", onclick: (event) => { if (!event.target.closest("a, button, input, label")) unfold(entry.key); } },
      make("label", { class: "pick" }, make("span", { class: "vh" }, `${say("select")}: ${entry.text}`),
        make("input", { type: "checkbox", class: "tick", checked: ticked_, onclick: (event) => tick(entry.key, event.target.checked, event.shiftKey) })),
      whenOf(entry),
      make("div", { class: "body" },
        make("div", { class: "who" }, who),
        make("div", { class: "what", lang: "ar", dir: "auto" }, button(marked(entry.text, words), () => unfold(entry.key), { class: "open", "aria-expanded": String(isOpen) }), snippet(entry)),
        make("div", { class: "tags" }, tags))));
    if (isOpen) { node.append(more(entry)); watcher.observe(node); }
    return node;
  };

  // Where only the evidence has what was looked for: a piece of it on the line.
  const snippet = (entry) => {
    if (!words.length) return null;
    const mine = entry.hay ??= rowHay(entry);
    const missing = words.find((word) => !mine.includes(word));
    if (!missing) return null;
    for (const [n, k] of entry.parts) {
      const quote = quoteOf(n, k);
      const place = fold(quote).indexOf(missing);
      if (place >= 0) return make("span", { class: "snip" }, " … ", marked(quote.slice(Math.max(0, place - 30), place + missing.length + 40), words), " …");
    }
    return null;
  };

  const sourceTag = (entry) => {
    const sources = sourcesOf(entry);
    const links = sources.slice(0, 2).map((number) => filterLink("source", index.sources[number] || "?", sourceName(number)));
    const rest = sources.length - links.length;
    return make("span", { class: "src" + (entry.articles.length > 1 ? " several" : "") },
      entry.articles.length > 1 ? make("b", {}, counted("sources", entry.articles.length) + ": ") : null, listed(links), rest > 0 ? ` +${rest}` : null);
  };

  const deskTags = (entry) => [
    entry.starred ? make("span", { class: "star" }, make("span", { "aria-hidden": "true" }, "★"), make("span", { class: "vh" }, say("starred"))) : null,
    entry.confirmed ? make("span", { class: "ok" }, "✓ " + say("confirmed")) : null,
    entry.hidden ? make("span", { class: "mod" }, say("is_hidden")) : null,
    entry.amended.length ? make("span", { class: "fix" }, "✎ " + say("is_corrected")) : null,
    entry.joined ? make("span", { class: "fix" }, "⋈ " + say("joined")) : null,
    ...entry.notes.slice(0, 1).map((note) => make("span", { class: "note-tag", dir: "auto" }, "✐ " + note)),
  ];

  const unfold = (key, open = !opened.has(key)) => {
    if (open) opened.add(key); else { opened.delete(key); heights.delete(key); }
    replace(key);
  };
  const replace = (key) => {
    const old = nodes.get(key);
    const item = items.find((one) => one.key === key);
    if (!old || !item) { layout(); return; }
    const focus = old.contains(document.activeElement);
    watcher.unobserve(old);
    const node = rowNode(item);
    node.style.top = old.style.top;
    old.replaceWith(node);
    nodes.set(key, node);
    layout();
    if (focus) node.querySelector(".open").focus({ preventScroll: true });
  };

  // ---- what opens

  const citation = (number) => {
    const [title, source, url, published] = index.articles[number];
    const text = title || sourceName(source);
    const line = make("span", { class: "cite" });
    if (title && index.sources[source]) line.append(make("b", {}, index.sources[source]), " — ");
    const safe = /^https?:\/\//i.test(url);
    line.append(safe ? make("a", { href: url, rel: "noopener noreferrer nofollow", target: "_blank" }, text) : make("bdi", {}, text));
    if (published) line.append(" · ", make("span", {}, `${say("published")} ${dayLabel(published)}`));
    return line;
  };

  const MARKS = { trigger: "mark", date: "mark", actor: "span", target: "span", place: "span" };
  const HINTS = { trigger: "trigger", date: "date", actor: "actor", target: "targets", place: "place" };
  const quoteNode = (entry, [n, k], several) => {
    const [article, pieces, reporter, elsewhere] = details(n).q[k];
    const text = pieces.map((piece) => piece[1]).join("");
    const block = make("blockquote", { dir: "auto", lang: "ar" },
      ...pieces.map(([mark, piece]) => (mark ? make(MARKS[mark], { class: "m-" + mark, title: say(HINTS[mark]) }, marked(piece, words)) : marked(piece, words))).flat());
    const caption = make("figcaption", {}, citation(article));
    if (reporter.length) caption.append(" · ", `${say("reporter")} `, make("bdi", {}, pick(reporter)));
    if (elsewhere) caption.append(" · ", `${say("date")}: `, make("q", { lang: "ar" }, elsewhere));
    const url = index.articles[article][2];
    if (/^https?:\/\//i.test(url)) {
      const start = text.trim().split(/\s+/).slice(0, 6).join(" ");
      caption.append(" · ", make("a", { href: `${url.split("#")[0]}#:~:text=${encodeURIComponent(start)}`, rel: "noopener noreferrer nofollow", target: "_blank" }, say("to_paragraph")));
    }
    caption.append(" · ", make("a", { href: "#view=articles", onclick: (event) => { event.preventDefault(); toArticle(article); } }, say("in_article")));
    if (several) caption.append(" · ", button(say("part"), () => partOut(entry, [n, k]), { class: "small" }));
    return make("figure", {}, block, caption);
  };

  const section = (title, ...content) => make("div", { class: "sec" }, make("h4", { class: "part" }, title), ...content);

  const person = (entry) => (number) => {
    const [name, , code, , sector] = index.actors[number];
    const title = entry.parts.map(([n]) => details(n).n.find((one) => one[0] === name)).find(Boolean);
    const line = make("li", {}, partyLink(number));
    if (title) line.append(" — ", make("bdi", { lang: "ar" }, title[1]));
    const facts = [code, sector && pick(settings.sectors[sector] || [sector, sector])].filter(Boolean).join(" · ");
    if (facts) line.append(" ", make("span", { class: "code" }, facts));
    return line;
  };

  const conflict = ([field, relation, versions]) => make("li", {}, make("b", {}, pick(field)), " — ", pick(relation),
    make("ul", {}, ...versions.map(([value, articles]) => make("li", {}, make("bdi", {}, wordFor(value) || "—"), " ",
      make("span", { class: "code" }, articles.map((number) => sourceName(index.articles[number][1])).join(comma()))))));
  const wordFor = (value) => {
    const row = [...index.types, ...index.modalities].find((one) => one[0] === value);
    return row ? pick(row.slice(1)) : value;
  };

  const more = (entry) => {
    const body = make("div", { class: "more" });
    const facts = make("dl", {});
    const fact = (word, ...content) => facts.append(make("div", {}, make("dt", {}, say(word)), make("dd", {}, ...content)));
    const amended = (field) => {
      const found = entry.amended.find((one) => one[0] === field);
      if (!found) return null;
      const was = found[1].map(wordFor).join(comma()) || say("silent");
      return make("span", { class: "was" }, ` ✎ ${found[2] ? fill("set_by", found[2]) : say("set_by_reader")} · ${say("texts_give")}: `, make("bdi", {}, was));
    };
    fact("date", dateLabel(entry), " ", entry.begin ? make("span", { class: "code" }, make("bdi", { dir: "ltr" }, edtfOf(entry)), " · ", pick(settings.precisions[entry.prec])) : null, amended("date"));
    if (entry.actors.length || amended("actors")) fact("actors", make("ul", {}, ...entry.actors.map(person(entry))), amended("actors"));
    if (entry.targets.length || amended("targets")) fact("targets", make("ul", {}, ...entry.targets.map(person(entry))), amended("targets"));
    for (const field of ["place", "type", "modality"]) if (amended(field)) fact(field, field === "place" ? (entry.place >= 0 ? placeName(entry.place) : "—") : wordFor(field === "type" ? typeKeys[entry.type] : modalityKeys[entry.modality]), amended(field));
    body.append(facts);
    for (const note of entry.notes) {
      body.append(make("p", { class: "note", dir: "auto" }, "✐ ", note, " ", button(say("edit"), () => writeNote([entry.key], note), { class: "small" })));
    }
    const several = new Set(entry.parts.map(telling)).size > 1;
    body.append(section(say("quotes"), ...entry.parts.map((part) => quoteNode(entry, part, several))));
    const differing = [...new Set(entry.parts.map(([n]) => n))].flatMap((n) => details(n).c || []);
    if (differing.length) body.append(section(say("conflicts"), make("ul", { class: "conflicts" }, ...differing.map(conflict))));
    const numbers = [...new Set(entry.parts.map(([n]) => n))];
    const lines = numbers.flatMap((n) => details(n).x || []);
    if (lines.length) {
      const points = numbers.flatMap((n) => details(n).p || []);
      const why = make("details", { class: "why" }, make("summary", {}, say("explanation")), make("ul", {}, ...lines.map((line) => make("li", { dir: "auto" }, pick(line)))));
      if (points.length) why.append(make("details", {}, make("summary", {}, say("points")), make("ul", {}, ...points.map((line) => make("li", { dir: "auto" }, pick(line))))));
      body.append(why);
    }
    body.append(make("p", { class: "acts" },
      button(say("correct"), () => editor(entry), { class: "small edit" }),
      button(say("add_note"), () => writeNote([entry.key]), { class: "small" }),
      button(say("copy"), () => copy([entry]), { class: "small" }),
      make("a", { href: "#e-" + entry.key }, say("permalink"))));
    return body;
  };
