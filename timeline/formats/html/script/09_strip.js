  // ---- the strip: how many entries when; drag over it to choose a stretch, wheel or buttons to zoom

  const strip = $("strip-svg");
  const TALL = 72;
  let view = null; // first and last day that the strip shows
  const CLASSES = Object.keys(settings.class_words);
  const span = () => {
    const days = entries.filter((entry) => entry.begin && !entry.hidden).map((entry) => ordinal(entry.begin));
    return days.length ? [Math.min(...days), Math.max(...days)] : null;
  };
  const home = () => {
    const whole = span();
    if (!whole) return null;
    if (filter.from || filter.to) {
      const begin = filter.from ? ordinal(readEdtf(filter.from).begin) : whole[0];
      const end = filter.to ? ordinal(readEdtf(filter.to).end) : whole[1];
      return [begin, Math.max(begin, end)];
    }
    return index.dense ? index.dense.map(ordinal) : whole;
  };
  const STEPS = ["day", "week", "month", "quarter", "year", "decade"];
  const stepStart = (day, step) => {
    const date = new Date(day * DAY);
    const [y, m] = [date.getUTCFullYear(), date.getUTCMonth()];
    const utc = (...at_) => Math.floor(Date.UTC(...at_) / DAY);
    return { day: () => day, week: () => day - ((day + 3) % 7 + 7) % 7, month: () => utc(y, m), quarter: () => utc(y, m - (m % 3)), year: () => utc(y, 0), decade: () => utc(y - (y % 10), 0) }[step]();
  };
  const nextStep = (start, step) => {
    const add = { day: 1, week: 7, month: 32, quarter: 94, year: 370, decade: 3660 }[step];
    return stepStart(start + add, step);
  };
  const stepFor = (begin, end, most) => STEPS.find((step) => (end - begin + 1) / { day: 1, week: 7, month: 30, quarter: 91, year: 365, decade: 3652 }[step] <= most) || "decade";
  const stepLabel = (start, step) => {
    const iso = isoOf(start);
    const [y, m, d] = parts(iso);
    if (step === "day") return dayLabel(iso);
    if (step === "week") return fill("week_of", spanLabel(iso, isoOf(start + 6)));
    if (step === "month") return `${month(m)} ${y}`;
    if (step === "quarter") return spanLabel(iso, isoOf(nextStep(start, step) - 1));
    return step === "year" ? String(y) : `${y}–${y + 9}`;
  };
  const tickLabel = (start, step, previous) => {
    const [y, m, d] = parts(isoOf(start));
    const [py, pm] = previous === null ? [0, 0] : parts(isoOf(previous));
    if (step === "day" || step === "week") return pm === m && py === y ? String(d) : `${d} ${month(m)}${py === y ? "" : " " + y}`;
    if (step === "month" || step === "quarter") return py === y ? month(m) : `${month(m)} ${y}`;
    return String(y);
  };

  const drawStrip = () => {
    view ??= home();
    $("strip").hidden = !view;
    if (!view) return;
    stripWide ||= strip.clientWidth || 900;
    const wide = stripWide;
    const [begin, end] = view;
    const step = stepFor(begin, end, Math.max(12, Math.floor(wide / 14)));
    const bins = [];
    for (let start = stepStart(begin, step); start <= end && bins.length < 400; start = nextStep(start, step)) bins.push({ start, counts: CLASSES.map(() => 0), first: null, total: 0 });
    const starts = bins.map((bin) => bin.start);
    const outside = [0, 0];
    for (const entry of shown) {
      if (!entry.begin) continue;
      const day = ordinal(entry.begin);
      if (day < starts[0]) { outside[0] += 1; continue; }
      if (day >= nextStep(starts[starts.length - 1], step)) { outside[1] += 1; continue; }
      let [low, high] = [0, starts.length - 1];
      while (low < high) { const middle = (low + high + 1) >> 1; if (starts[middle] <= day) low = middle; else high = middle - 1; }
      bins[low].counts[CLASSES.indexOf(classOf(entry))] += 1;
      bins[low].total += 1;
      if (!bins[low].first || compare(entry, bins[low].first) < 0) bins[low].first = entry;
    }
    const tallest = Math.max(3, ...bins.map((bin) => bin.total));
    const width = wide / bins.length;
    const x = (place) => (root.dir === "rtl" ? wide - (place + 1) * width : place * width);
    strip.setAttribute("viewBox", `0 0 ${wide} ${TALL + 22}`);
    strip.setAttribute("height", TALL + 22);
    const marks = [draw("line", { class: "axis", x1: 0, x2: wide, y1: TALL + 0.5, y2: TALL + 0.5 })];
    let labelled = 0;
    let previous = null;
    bins.forEach((bin, place) => {
      const label = stepLabel(bin.start, step);
      if (bin.total) {
        let foot = TALL;
        const bars = bin.counts.map((count, kind) => {
          const tall = ((TALL - 8) * count) / tallest;
          foot -= tall;
          return count ? draw("rect", { class: "k-" + CLASSES[kind], x: (x(place) + width * 0.12).toFixed(1), width: (width * 0.76).toFixed(1), y: foot.toFixed(1), height: tall.toFixed(1) }) : null;
        });
        marks.push(draw("g", { class: "bin", role: "button", tabindex: "-1", "aria-label": `${label}: ${bin.total}`, "data-place": place, onclick: () => { if (!dragged) visit(bin.first, false); } },
          titled(`${label}: ${bin.total}`), draw("rect", { class: "hit", x: x(place), width, y: 0, height: TALL }), ...bars));
      }
      const text = tickLabel(bin.start, step, previous);
      const middle = place * width + width / 2;
      const room = text.length * 7.2 + 10;
      if (middle - room / 2 >= labelled && middle + room / 2 <= wide) {
        marks.push(textAt(x(place) + width / 2, TALL + 16, text));
        labelled = middle + room / 2;
        previous = bin.start;
      }
    });
    strip.replaceChildren(...marks);
    const first = strip.querySelector(".bin");
    if (first) first.setAttribute("tabindex", "0");
    $("strip-what").textContent = `${spanLabel(isoOf(begin), isoOf(end))} · ${fill("tallest", tallest === 3 ? Math.max(...bins.map((bin) => bin.total), 0) : tallest)}`;
    $("before").textContent = outside[0] ? fill("before_this", outside[0]) : "";
    $("later").textContent = outside[1] ? fill("after_this", outside[1]) : "";
    binDays = bins.map((bin) => [bin.start, nextStep(bin.start, step) - 1]);
    const whole = span();
    $("zoom-out").disabled = !whole || (begin <= whole[0] && end >= whole[1]);
  };
  let binDays = [];
  let stripWide = 0; // asked for again when the window changes
  const titled = (text) => { const title = draw("title", {}); title.textContent = text; return title; };
  const textAt = (x_, y_, text, properties) => { const node = draw("text", { x: x_, y: y_, "text-anchor": "middle", "aria-hidden": "true", ...properties }); node.textContent = text; return node; };

  const zoom = (factor) => {
    const whole = span();
    if (!whole || !view) return;
    const middle = (view[0] + view[1]) / 2;
    const half = Math.max(3, ((view[1] - view[0]) / 2) * factor);
    view = [Math.round(middle - half), Math.round(middle + half)];
    if (factor > 1) view = [Math.max(view[0], Math.min(whole[0], view[1])), Math.min(view[1], Math.max(whole[1], view[0]))];
    drawStrip();
    drawLanes();
  };
  const choose = (begin, end) => {
    filter.from = begin;
    filter.to = end;
    view = null;
    apply({ first: true });
  };

  let dragged = false;
  const brush = () => {
    let from = null;
    const place = (event) => {
      const box = strip.getBoundingClientRect();
      const share = (event.clientX - box.left) / box.width;
      return Math.min(binDays.length - 1, Math.max(0, Math.floor((root.dir === "rtl" ? 1 - share : share) * binDays.length)));
    };
    const band = (to) => {
      strip.querySelector(".band")?.remove();
      if (from === null || to === from) return;
      const wide = strip.viewBox.baseVal.width / binDays.length;
      const [low, high] = [Math.min(from, to), Math.max(from, to)];
      const left = root.dir === "rtl" ? strip.viewBox.baseVal.width - (high + 1) * wide : low * wide;
      strip.append(draw("rect", { class: "band", x: left, width: (high - low + 1) * wide, y: 0, height: TALL }));
    };
    strip.addEventListener("pointerdown", (event) => { if (event.button === 0 && binDays.length) { from = place(event); dragged = false; } });
    addEventListener("pointermove", (event) => {
      if (from === null) return;
      const to = place(event);
      if (to !== from) { dragged = true; event.preventDefault(); }
      band(to);
    });
    addEventListener("pointerup", (event) => {
      if (from === null) return;
      const to = place(event);
      const [low, high] = [Math.min(from, to), Math.max(from, to)];
      from = null;
      strip.querySelector(".band")?.remove();
      if (dragged) choose(isoOf(binDays[low][0]), isoOf(binDays[high][1]));
      setTimeout(() => { dragged = false; });
    });
    strip.addEventListener("wheel", (event) => { if (event.ctrlKey) { event.preventDefault(); zoom(event.deltaY > 0 ? 1.5 : 0.67); } }, { passive: false });
    strip.addEventListener("keydown", (event) => {
      const bins = all(".bin", strip);
      const here = bins.indexOf(event.target);
      if (here < 0) return;
      const step = { ArrowLeft: root.dir === "rtl" ? 1 : -1, ArrowRight: root.dir === "rtl" ? -1 : 1 }[event.key];
      if (step) {
        const next = bins[Math.min(bins.length - 1, Math.max(0, here + step))];
        bins[here].setAttribute("tabindex", "-1");
        next.setAttribute("tabindex", "0");
        next.focus();
        event.preventDefault();
      } else if (event.key === "Enter" || event.key === " ") { event.preventDefault(); event.target.dispatchEvent(new MouseEvent("click")); }
    });
  };
