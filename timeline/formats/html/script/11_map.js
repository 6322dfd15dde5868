  // ---- the map: what of the entries shown has coordinates; plate carrée, four units a degree

  let mapBox = null; // [x, y, width, height]
  const X = (longitude) => (longitude + 180) * 4;
  const Y = (latitude) => (84 - latitude) * 4;
  const drawMap = () => {
    if (filter.view !== "map") return;
    const spots = new Map();
    let without = 0;
    for (const entry of shown) {
      const place = entry.place < 0 ? null : index.places[entry.place];
      if (!place || place[3] === null || place[3] === undefined) { without += 1; continue; }
      const key = `${place[3]},${place[4]}`;
      if (!spots.has(key)) spots.set(key, { place: entry.place, rows: [] });
      spots.get(key).rows.push(entry);
    }
    const svg = $("map-svg");
    const found = [...spots.values()].sort((one, other) => other.rows.length - one.rows.length);
    if (!mapBox) mapBox = around(found);
    svg.setAttribute("viewBox", mapBox.map((one) => one.toFixed(1)).join(" "));
    const unit = mapBox[2] / (svg.clientWidth || 800); // units of the map in one pixel
    const most = Math.max(1, ...found.map((spot) => spot.rows.length));
    const land = draw("path", { class: "land", d: settings.land });
    const labels = [];
    const dots = found.map((spot) => {
      const [, , , latitude, longitude] = index.places[spot.place];
      const name = placeName(spot.place);
      const radius = (4 + 14 * Math.sqrt(spot.rows.length / most)) * unit;
      const [x, y] = [X(longitude), Y(latitude)];
      const wide = name.length * 7 * unit;
      const label = { x, y: y - radius - 4 * unit, wide, high: 14 * unit };
      const free = !labels.some((one) => Math.abs(one.x - x) < (one.wide + wide) / 2 && Math.abs(one.y - label.y) < label.high);
      if (free) labels.push(label);
      const text = `${name}: ${counted("events", spot.rows.length)}`;
      const go = () => { filter.place.set(index.places[spot.place][0], 1); apply({ first: true, stay: true }); };
      return draw("g", { class: "spot", role: "button", tabindex: "0", "aria-label": text, onclick: go, onkeydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); go(); } } },
        titled(text), draw("circle", { cx: x, cy: y, r: radius }),
        free ? textAt(x, label.y, name, { "font-size": 12 * unit }) : null);
    });
    svg.replaceChildren(land, ...dots);
    $("map-what").textContent = fill("map_what", found.reduce((sum, spot) => sum + spot.rows.length, 0), without);
  };
  const around = (spots) => {
    if (!spots.length) return [0, 0, 1440, 560];
    const weighty = spots.slice(0, 40);
    const xs = weighty.map((spot) => X(index.places[spot.place][4]));
    const ys = weighty.map((spot) => Y(index.places[spot.place][3]));
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    let wide = Math.max(120, (right - left) * 1.25);
    let high = Math.max(60, (bottom - top) * 1.4);
    if (wide / high < 2) wide = high * 2; else high = wide / 2;
    return [(left + right - wide) / 2, (top + bottom - high) / 2, wide, high];
  };
  const zoomMap = (factor) => {
    if (!mapBox) return;
    const [x, y, wide, high] = mapBox;
    mapBox = [x + (wide * (1 - factor)) / 2, y + (high * (1 - factor)) / 2, wide * factor, high * factor];
    drawMap();
  };
  const moveMap = () => {
    const svg = $("map-svg");
    let from = null;
    svg.addEventListener("pointerdown", (event) => { from = [event.clientX, event.clientY, ...mapBox]; });
    addEventListener("pointermove", (event) => {
      if (!from) return;
      const unit = mapBox[2] / svg.clientWidth;
      mapBox = [from[2] - (event.clientX - from[0]) * unit, from[3] - (event.clientY - from[1]) * unit, mapBox[2], mapBox[3]];
      svg.setAttribute("viewBox", mapBox.map((one) => one.toFixed(1)).join(" "));
    });
    addEventListener("pointerup", () => { from = null; });
  };
