  // ---- the list: as many rows in the page as one sees, and a scrollbar as long as all of them

  const list = $("list");
  let items = []; // headings and rows, in order
  let tops = [0];
  const nodes = new Map(); // item key -> element
  const opened = new Set(); // keys of open rows
  const unfolded = new Set(); // keys of rows under which statements are shown
  const heights = new Map(); // measured heights of open rows
  let size = { row: 90, head: 56, sub: 40 };
  let backgroundOpen = false;
  let everything = false; // for print: all rows at once

  const isBackground = (entry) => index.dense && (entry.end < index.dense[0] || (longer(entry) && entry.begin.slice(0, 4) < index.dense[0].slice(0, 4)));
  const longer = (entry) => ordinal(entry.end) - ordinal(entry.begin) > 31;
  const compare = (one, other) => {
    const [y1, y2] = [one.begin.slice(0, 4), other.begin.slice(0, 4)];
    const [m1, m2] = [longer(one) ? "13" : one.begin.slice(5, 7), longer(other) ? "13" : other.begin.slice(5, 7)]; // at the end of its year
    const [k1, k2] = [[y1, m1, one.begin, one.end], [y2, m2, other.begin, other.end]];
    for (let place = 0; place < 4; place += 1) if (k1[place] !== k2[place]) return k1[place] < k2[place] ? -1 : 1;
    return one.n - other.n;
  };
  const articleDay = (entry) => (entry.articles.length ? index.articles[entry.articles[0]][3] : "") || "9999";

  const arrange = () => {
    items = [];
    const here = new Map(shown.map((entry) => [entry.n, entry]));
    const folded = new Map();
    const bare = !active();
    for (const entry of shown) {
      const occasion = entry.occasion >= 0 && !entry.changed ? here.get(entry.occasion) : null;
      if (occasion && occasion !== entry && !words.length) folded.set(occasion, [...(folded.get(occasion) || []), entry]);
    }
    const inside = new Set([...folded.values()].flat());
    const rows = shown.filter((entry) => !inside.has(entry));
    const add = (entry) => {
      const under = folded.get(entry) || [];
      items.push({ kind: "row", key: entry.key, entry, under: under.length });
      if (unfolded.has(entry.key)) for (const child of under) items.push({ kind: "row", key: child.key, entry: child, under: 0, child: true });
    };
    const head = (key, text, level, more) => items.push({ kind: level === 2 ? "head" : "sub", key, text, ...more });
    const dated = rows.filter((entry) => entry.begin).sort(compare);
    const background = dated.filter(isBackground);
    const rest = dated.filter((entry) => !isBackground(entry));
    if (background.length) {
      const open = backgroundOpen || !bare || !rest.length;
      const years = [background[0].begin.slice(0, 4), background.reduce((last, entry) => (entry.end > last ? entry.end : last), "").slice(0, 4)];
      head("h-background", `${say("background")} · ${[...new Set(years)].join("–")} · ${counted("events", background.length)}`, 2,
        { toggle: bare && rest.length ? () => { backgroundOpen = !backgroundOpen; arrange(); layout(); } : null, open });
      if (open) months(background, head, add);
    }
    months(rest, head, add);
    const undated = rows.filter((entry) => !entry.begin);
    if (undated.length) {
      head("h-undated", `${say("undated")} · ${counted("events", undated.length)}`, 2, { note: say("undated_help") });
      undated.sort((one, other) => articleDay(one).localeCompare(articleDay(other)) || (one.articles[0] ?? 0) - (other.articles[0] ?? 0) || one.n - other.n);
      let last = null;
      for (const entry of undated) {
        const article = entry.articles[0];
        if (article !== last) {
          const day = article === undefined ? "" : index.articles[article][3];
          head(`a-${article}`, `${day ? dayLabel(day) + " — " : ""}${article === undefined ? say("unknown_source") : articleName(article)}`, 3, { lang: "ar" });
          last = article;
        }
        add(entry);
      }
    }
    rowItems = items.filter((item) => item.kind === "row");
    $("to-undated").hidden = !undated.length || !dated.length;
    $("to-undated").textContent = `${say("undated")} (${undated.length}) ↓`;
  };
  let rowItems = [];

  const months = (rows, head, add) => {
    let section = "";
    for (const entry of rows) {
      const at = entry.begin.slice(0, 4);
      const here = longer(entry) ? at + "-13" : entry.begin.slice(0, 7);
      if (here !== section) {
        section = here;
        head("m-" + here, longer(entry) ? `${at} — ${say("longer")}` : `${month(Number(here.slice(5)))} ${at}`, 3);
      }
      add(entry);
    }
  };

  const heightOf = (item) => (item.kind === "row" ? (opened.has(item.key) ? heights.get(item.key) || size.row * 5 : size.row) : item.kind === "head" ? size.head : size.sub);

  const measure = () => {
    for (const kind of ["row", "head", "sub"]) size[kind] = $("probe-" + kind).getBoundingClientRect().height;
    locate();
  };
  // Where the list begins in the document and how wide the page is, asked for only when they may have changed: asking makes the
  // browser lay everything out.
  let listTop = 0;
  let scrolled = 0;
  const locate = () => { scrolled = scrollY; listTop = list.getBoundingClientRect().top + scrolled; };
  let locating = false;
  const relocate = () => {
    if (locating) return;
    locating = true;
    requestAnimationFrame(() => { locating = false; const before = listTop; locate(); if (Math.abs(before - listTop) > 1) paint(); });
  };

  const layout = () => {
    tops = [0];
    for (const item of items) tops.push(tops[tops.length - 1] + heightOf(item));
    list.style.height = `${tops[tops.length - 1]}px`;
    const known = new Set(items.map((item) => item.key));
    for (const [key, node] of nodes) if (!known.has(key)) { node.remove(); nodes.delete(key); }
    paint();
  };

  const at = (y) => {
    let [low, high] = [0, items.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (tops[middle] <= y) low = middle; else high = middle - 1;
    }
    return Math.max(0, low);
  };

  const FEW = 250; // rows that are all in the page, for the browser's own search
  const paint = () => {
    if (filter.view === "articles") return;
    const top = listTop - scrolled;
    const all_ = everything || items.length <= FEW;
    const first = all_ ? 0 : at(-top - 800);
    const last = all_ ? items.length - 1 : at(-top + innerHeight + 800);
    const keep = new Set();
    const focused = document.activeElement && document.activeElement.closest("#list > li");
    let before = null;
    for (let place = first; place <= last && place < items.length; place += 1) {
      const item = items[place];
      keep.add(item.key);
      let node = nodes.get(item.key);
      if (!node) {
        node = item.kind === "row" ? rowNode(item) : headNode(item);
        nodes.set(item.key, node);
      }
      if (item.kind === "row") node.setAttribute("aria-posinset", item.number);
      node.style.top = `${tops[place]}px`;
      if (before ? before.nextSibling !== node : list.firstChild !== node) list.insertBefore(node, before ? before.nextSibling : list.firstChild);
      before = node;
    }
    for (const [key, node] of nodes) if (!keep.has(key) && node !== focused) { node.remove(); nodes.delete(key); }
    for (const [key, node] of nodes) if (opened.has(key)) settle(key, node);
  };

  // The height of an open row, once it is in the page.
  const settle = (key, node) => {
    const height = node.getBoundingClientRect().height;
    if (height && Math.abs((heights.get(key) || 0) - height) > 1) {
      heights.set(key, height);
      schedule();
    }
  };
  let waiting = false;
  const schedule = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; layout(); });
  };
  const watcher = new ResizeObserver((changes) => {
    for (const change of changes) {
      const key = change.target.dataset.key;
      if (opened.has(key) && nodes.get(key) === change.target) settle(key, change.target);
    }
  });

  const redraw = () => { // everything that stands in the list, anew
    const focused = document.activeElement && document.activeElement.closest("#list > li.e");
    const key = focused && focused.dataset.key;
    for (const node of nodes.values()) { watcher.unobserve(node); node.remove(); }
    nodes.clear();
    arrange();
    items.filter((item) => item.kind === "row").forEach((item, place) => { item.number = place + 1; });
    layout();
    if (key && nodes.has(key)) focusRow(key, false);
  };

  const placeOf = (key) => items.findIndex((item) => item.key === key);
  const show = (key) => {
    const place = placeOf(key);
    if (place < 0) return;
    locate();
    const top = listTop + tops[place];
    const room = innerHeight - $("desk").offsetHeight;
    if (top < scrolled + 8 || top + Math.min(size.row, heightOf(items[place])) > scrolled + room) scrollTo(0, top - Math.min(room / 3, 200));
    scrolled = scrollY;
    paint();
  };
  const focusRow = (key, scroll = true) => {
    if (scroll) show(key);
    const node = nodes.get(key);
    if (node) node.querySelector(".open").focus({ preventScroll: true });
  };

  const headNode = (item) => {
    const title = item.toggle
      ? button(item.text, item.toggle, { class: "fold", "aria-expanded": String(item.open) })
      : make("span", item.lang ? { dir: "auto" } : {}, item.text);
    return make("li", { class: item.kind, id: item.key, "data-key": item.key, tabindex: "-1" },
      make(item.kind === "head" ? "h2" : "h3", {}, title), item.note ? make("p", {}, item.note) : null);
  };

  // ---- going to an entry

  const visit = (entry, open) => {
    if (!shown.includes(entry)) { clear(); apply(); }
    if (isBackground(entry)) backgroundOpen = true;
    if (filter.view !== "events" && filter.view !== "map") setView("events");
    if (placeOf(entry.key) < 0) { arrange(); }
    if (placeOf(entry.key) < 0 && entry.occasion >= 0) {
      const under = shown.find((one) => one.n === entry.occasion);
      if (under) unfolded.add(under.key);
    }
    if (open) opened.add(entry.key);
    redraw();
    focusRow(entry.key);
    const node = nodes.get(entry.key);
    if (node) { node.classList.remove("flash"); requestAnimationFrame(() => node.classList.add("flash")); }
  };
