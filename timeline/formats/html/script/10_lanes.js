  // ---- lanes: who did what when, a lane for each of those who do most

  const LANES = 14;
  const drawLanes = () => {
    if (filter.view !== "lanes") return;
    const box = $("lanes");
    const within = shown.filter((entry) => entry.begin && view && ordinal(entry.end) >= view[0] && ordinal(entry.begin) <= view[1]);
    const told = new Map();
    for (const entry of within) for (const key of entry.values.actor) told.set(key, [...(told.get(key) || []), entry]);
    const lanes = [...told].sort((one, other) => other[1].length - one[1].length || one[0].localeCompare(other[0])).slice(0, LANES);
    box.replaceChildren();
    if (!lanes.length) { box.append(make("p", { class: "note" }, say("nothing"))); return; }
    const wide = Math.max(260, (box.clientWidth || 700) - 150);
    const scale = (day) => { const share = (Math.min(Math.max(day, view[0]), view[1]) - view[0]) / Math.max(1, view[1] - view[0]); return 8 + (root.dir === "rtl" ? 1 - share : share) * (wide - 16); };
    for (const [key, rows] of lanes) {
      const taken = new Map();
      const dots = rows.sort(compare).slice(0, 600).map((entry) => {
        const x = scale(ordinal(entry.begin));
        const column = Math.round(x / 9);
        const high = taken.get(column) || 0;
        taken.set(column, high + 1);
        const label = `${dateLabel(entry)}: ${entry.text}`;
        return draw("circle", { class: `dot k-${classOf(entry)}`, cx: x.toFixed(1), cy: 30 - Math.min(high, 3) * 8, r: 4, onclick: () => visit(entry, true) }, titled(label));
      });
      const lane = draw("svg", { class: "lane", viewBox: `0 0 ${wide} 38`, width: wide, height: 38, role: "img", "aria-label": `${nameOf("actor", key)}: ${counted("events", rows.length)}` },
        draw("line", { class: "axis", x1: 0, x2: wide, y1: 36, y2: 36 }), ...dots);
      box.append(make("div", { class: "lane-row" }, filterLink("actor", key, nameOf("actor", key), { class: "lane-name" }), make("span", { class: "n" }, String(rows.length)), lane));
    }
    box.append(make("p", { class: "note" }, `${spanLabel(isoOf(view[0]), isoOf(view[1]))} · ${say("lanes_help")}`));
  };
