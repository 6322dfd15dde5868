  // ---- the list of articles: it follows the filters, and leads back to the entries of each

  const drawArticles = () => {
    if (filter.view !== "articles") return;
    const told = new Map();
    for (const entry of shown) for (const number of entry.articles) told.set(number, [...(told.get(number) || []), entry]);
    const bare = !active();
    const rows = index.articles.map((article, number) => [number, article, told.get(number) || []])
      .filter(([, [, source], found]) => bare || (found.length && passes("source", [index.sources[source] || "?"])))
      .sort((one, other) => (one[1][3] || "9999").localeCompare(other[1][3] || "9999") || one[0] - other[0]);
    $("article-list").replaceChildren(...rows.map(([number, [, source, , published], found]) => make("li", { id: `p-${number}`, tabindex: "-1" },
      make("span", { dir: "auto" }, citation(number)), " ",
      make("span", { class: "acts" },
        index.sources[source] ? filterLink("source", index.sources[source], index.sources[source], { class: "small" }) : null, " ",
        found.length ? button(counted("events", found.length), () => visit(found.sort(compare)[0], true), { class: "small" }) : make("span", { class: "code" }, counted("events", 0))),
      found.length ? make("ul", {}, ...found.slice(0, 40).map((entry) => make("li", {},
        make("a", { href: "#e-" + entry.key, onclick: (event) => { event.preventDefault(); visit(entry, true); } }, make("span", { class: "code" }, dateLabel(entry)), " ", make("bdi", { lang: "ar" }, entry.text))))) : null)));
    $("article-count").textContent = counted("articles", rows.length);
  };
  const toArticle = (number) => {
    setView("articles");
    const node = $(`p-${number}`);
    if (node) { node.scrollIntoView({ block: "center" }); node.focus({ preventScroll: true }); }
  };
