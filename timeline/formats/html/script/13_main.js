  // ---- all together

  const apply = ({ address = true, first = false, stay = false } = {}) => {
    const typing_ = document.activeElement && document.activeElement.id;
    sift();
    $("status").textContent = fill("shown", shown.length, entries.filter((entry) => !entry.hidden).length);
    $("nothing").hidden = shown.length > 0 || !entries.length;
    $("clear").disabled = !active();
    for (const name of ["q", "from", "to"]) if (name !== typing_) $(name).value = filter[name];
    $("any").checked = filter.any;
    const chips = describeFilters();
    $("chips").replaceChildren(...chips.map(([text, undo_]) => make("li", {}, button([text, make("span", { "aria-hidden": "true" }, " ×")], () => { undo_(); view = null; apply(); }, { "aria-label": `${say("remove")}: ${text}` }))));
    $("print-filter").textContent = chips.length ? `${say("filters")}: ${chips.map((one) => one[0]).join(" · ")} — ${$("status").textContent}` : $("status").textContent;
    drawFacets();
    redraw();
    drawStrip();
    drawLanes();
    drawMap();
    drawArticles();
    drawDesk();
    if (address) writeAddress();
    if (address && !stay) toFirst(first);
    relocate();
  };

  // After a filter one stands at the first result.
  const toFirst = (focus) => {
    if (scrolled > listTop - 60) { scrollTo(0, Math.max(0, listTop - 60)); locate(); paint(); }
    if (focus) { const row = rowItems[0]; if (row && filter.view === "events") focusRow(row.key); }
  };

  const setView = (name) => {
    filter.view = name;
    for (const one of ["events", "lanes", "map", "articles"]) {
      $("tab-" + one).setAttribute("aria-selected", String(one === name));
      $("tab-" + one).tabIndex = one === name ? 0 : -1;
    }
    $("lanes").hidden = name !== "lanes";
    $("map").hidden = name !== "map";
    $("articles").hidden = name !== "articles";
    $("list").hidden = name === "articles";
    drawLanes();
    drawMap();
    drawArticles();
    locate();
    if (name !== "articles") layout();
    writeAddress();
  };

  const speak = () => {
    root.lang = lang;
    root.dir = lang === "ar" ? "rtl" : "ltr";
    for (const element of all("[data-t]")) element.textContent = say(element.dataset.t);
    for (const element of all("[data-a]")) element.setAttribute("aria-label", say(element.dataset.a));
    for (const element of all("[data-p]")) element.setAttribute("placeholder", say(element.dataset.p));
    for (const element of all("[data-pair]")) element.textContent = pick(JSON.parse(element.dataset.pair));
    $("language").lang = lang === "ar" ? "en" : "ar";
    document.title = pick(settings.title);
    $("months").hidden = lang === "en";
    $("months-label").hidden = lang === "en";
    $("months").value = tradition;
    const known = (rows) => rows.map((row) => make("option", { value: pick(row) }));
    $("known").replaceChildren(...known(index.actors.slice(0, 1500)));
    $("places").replaceChildren(...known(index.places.slice(0, 800)));
    measure();
  };

  const KEYS = {
    x: () => { const [entry] = focusedRow(); if (entry) tick(entry.key, !ticked.has(entry.key)); },
    s: () => flag("star", "starred"), h: () => flag("hide", "hidden"), c: () => flag("confirm", "confirmed"),
    n: () => writeNote(chosen().map((entry) => entry.key)), j: joinChosen, y: () => copy(chosen()),
    e: () => { const [entry] = focusedRow(); if (entry) editor(entry); },
  };
  // The letters of the Arabic keyboard on the same keys.
  const ARABIC = { "ء": "x", "س": "s", "ا": "h", "ؤ": "c", "ى": "n", "ت": "j", "غ": "y", "ث": "e" };
  const focusedRow = () => {
    const node = document.activeElement && document.activeElement.closest("#list > li.e");
    const entry = node && entryOf(node.dataset.key);
    return entry ? [entry] : [];
  };
  const step = (by, extend) => {
    const [entry] = focusedRow();
    const place = entry ? rowItems.findIndex((item) => item.key === entry.key) : -1;
    const next = rowItems[Math.min(rowItems.length - 1, Math.max(0, place + by))];
    if (!next) return;
    if (extend && entry) { tick(entry.key, true); tick(next.key, true); }
    focusRow(next.key);
  };
  const onKey = (event) => {
    if (event.target.closest("input:not(.tick), textarea, select, dialog")) return;
    const inList = event.target.closest("#list");
    if ((event.ctrlKey || event.metaKey) && (event.key === "z" || event.key === "ئ")) { event.preventDefault(); undo(); return; }
    if (!inList || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key === "a") { event.preventDefault(); for (const item of rowItems) ticked.add(item.key); showTicks(); }
      return;
    }
    const moves = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8, Home: -1e9, End: 1e9 };
    if (event.key in moves) { event.preventDefault(); step(moves[event.key], event.shiftKey); return; }
    if (event.key === "Escape") { ticked.clear(); showTicks(); return; }
    const deed_ = KEYS[ARABIC[event.key] || event.key];
    if (deed_) { event.preventDefault(); deed_(); }
  };

  const printing = (on) => {
    if (everything === on) return;
    everything = on;
    paint();
  };

  root.classList.remove("nojs");
  decisions = inOrder(remembered());
  rebuild();
  brush();
  moveMap();
  if (matchMedia("(max-width: 62rem)").matches) $("filters").open = false;
  $("form").addEventListener("submit", (event) => event.preventDefault());
  let typing = 0;
  $("q").addEventListener("input", () => { clearTimeout(typing); typing = setTimeout(() => { filter.q = $("q").value.trim(); apply(); }, 120); });
  for (const name of ["from", "to"]) {
    $(name).addEventListener("change", () => {
      const value = western($(name).value.trim());
      const wrong = value && !readEdtf(value);
      $(name).setAttribute("aria-invalid", String(!!wrong));
      $("period-wrong").hidden = !wrong;
      if (!wrong) { filter[name] = value; view = null; apply(); }
    });
  }
  for (const name of FIELDS) {
    const search = $("s-" + name);
    if (search) search.addEventListener("input", () => { narrowing[name] = search.value; drawFacet(name); });
  }
  $("any").addEventListener("change", () => { filter.any = $("any").checked; apply(); });
  $("clear").addEventListener("click", () => { clear(); view = null; apply(); });
  $("language").addEventListener("click", () => { lang = lang === "ar" ? "en" : "ar"; speak(); apply({ stay: true }); });
  $("months").addEventListener("change", () => { tradition = $("months").value; apply({ stay: true }); });
  $("open-all").addEventListener("click", () => { for (const item of rowItems.slice(0, 500)) opened.add(item.key); redraw(); });
  $("close-all").addEventListener("click", () => { opened.clear(); heights.clear(); redraw(); });
  $("to-undated").addEventListener("click", () => { const place = placeOf("h-undated"); locate(); scrollTo(0, listTop + tops[place] - 8); paint(); const node = nodes.get("h-undated"); if (node) node.focus({ preventScroll: true }); });
  $("zoom-in").addEventListener("click", () => zoom(0.5));
  $("zoom-out").addEventListener("click", () => zoom(2));
  $("zoom-all").addEventListener("click", () => { view = span(); drawStrip(); drawLanes(); });
  $("before").addEventListener("click", () => { const whole = span(); view = [whole[0], view[1]]; drawStrip(); drawLanes(); });
  $("later").addEventListener("click", () => { const whole = span(); view = [view[0], whole[1]]; drawStrip(); drawLanes(); });
  $("map-in").addEventListener("click", () => zoomMap(0.6));
  $("map-out").addEventListener("click", () => zoomMap(1.6));
  $("map-all").addEventListener("click", () => { mapBox = null; drawMap(); });
  for (const name of ["events", "lanes", "map", "articles"]) $("tab-" + name).addEventListener("click", () => setView(name));
  $("tabs").addEventListener("keydown", (event) => {
    const tabs = all("[role=tab]", $("tabs"));
    const move = { ArrowLeft: root.dir === "rtl" ? 1 : -1, ArrowRight: root.dir === "rtl" ? -1 : 1 }[event.key];
    if (!move) return;
    const next = tabs[(tabs.indexOf(document.activeElement) + move + tabs.length) % tabs.length];
    next.focus();
    next.click();
  });
  $("do-hide").addEventListener("click", () => flag("hide", "hidden"));
  $("do-star").addEventListener("click", () => flag("star", "starred"));
  $("do-confirm").addEventListener("click", () => flag("confirm", "confirmed"));
  $("do-note").addEventListener("click", () => writeNote([...ticked]));
  $("do-join").addEventListener("click", joinChosen);
  $("do-copy").addEventListener("click", () => copy(chosen()));
  $("untick").addEventListener("click", () => { ticked.clear(); showTicks(); });
  $("undo").addEventListener("click", undo);
  $("save").addEventListener("click", () => download("corrections.jsonl", fileOf(), "application/jsonl"));
  $("load").addEventListener("change", () => { if ($("load").files[0]) load($("load").files[0]); $("load").value = ""; });
  $("forget").addEventListener("click", () => { const made = decisions; decisions = []; past.push(made); past.pop(); after(say("forgotten")); });
  for (const form of ["csv", "markdown", "json"]) $("export-" + form).addEventListener("click", () => exported(form));
  try { $("by").value = localStorage.getItem(STORE + ".by") || ""; } catch { /* nothing is kept here then */ }
  $("by").addEventListener("change", () => { try { localStorage.setItem(STORE + ".by", $("by").value.trim()); } catch { /* nor then */ } });
  document.addEventListener("keydown", onKey);
  addEventListener("scroll", () => { scrolled = scrollY; if (!everything) paint(); }, { passive: true });
  addEventListener("resize", () => { stripWide = 0; measure(); redraw(); drawStrip(); drawLanes(); drawMap(); });
  addEventListener("beforeprint", () => printing(true));
  addEventListener("afterprint", () => printing(false));
  matchMedia("print").addEventListener("change", (event) => printing(event.matches));
  addEventListener("hashchange", readAddress);
  readAddress();
  setView(filter.view);
  if (location.hash && !location.hash.includes("=")) {
    apply({ address: false });
    addEventListener("load", () => setTimeout(readAddress)); // after the browser's own jump, which takes the focus away
  }
  root.dataset.ready = "1";
