  // ---- dates in words, by the reader's tradition of month names

  let tradition = settings.tradition;
  const PRECISIONS = ["day", "week", "month", "quarter", "half", "season", "year", "decade", "century", "range"];
  const DAY = 86400000;
  const ordinal = (iso) => Math.round(Date.parse(iso + "T00:00:00Z") / DAY);
  const isoOf = (number) => new Date(number * DAY).toISOString().slice(0, 10);
  const month = (number) => (lang === "en" ? settings.months.en : settings.months[tradition])[number - 1];
  const parts = (iso) => iso.split("-").map(Number);
  const weekday = (iso) => pick(settings.weekdays[(ordinal(iso) + 3) % 7]);
  const dayLabel = (iso) => { const [y, m, d] = parts(iso); return `${d} ${month(m)} ${y}`; };
  const endsMonth = (iso) => isoOf(ordinal(iso) + 1).endsWith("-01");

  const spanLabel = (begin, end) => {
    const [y1, m1, d1] = parts(begin);
    const [y2, m2, d2] = parts(end);
    if (begin === end) return dayLabel(begin);
    if (d1 === 1 && endsMonth(end)) {
      if (m1 === 1 && m2 === 12) return y1 === y2 ? String(y1) : `${y1}–${y2}`;
      if (y1 === y2) return m1 === m2 ? `${month(m1)} ${y1}` : `${month(m1)} – ${month(m2)} ${y1}`;
      return `${month(m1)} ${y1} – ${month(m2)} ${y2}`;
    }
    if (y1 === y2) return m1 === m2 ? `${d1}–${d2} ${month(m1)} ${y1}` : `${d1} ${month(m1)} – ${d2} ${month(m2)} ${y1}`;
    return `${dayLabel(begin)} – ${dayLabel(end)}`;
  };
  const dateLabel = (entry) => {
    if (!entry.begin) return say("undated");
    let label = PRECISIONS[entry.prec] === "week" ? fill("week_of", spanLabel(entry.begin, entry.end)) : spanLabel(entry.begin, entry.end);
    if (entry.marks & 1) label = fill("about", label);
    if (entry.marks & 2) label = fill("after", label);
    if (entry.marks & 4) label = fill("before", label);
    return entry.marks & 8 ? label + (lang === "ar" ? "؟" : "?") : label;
  };

  const edtfOf = (entry) => {
    if (!entry.begin) return "";
    const mark = ["", "~", "?", "%"][(entry.marks & 1 ? 1 : 0) + (entry.marks & 8 ? 2 : 0)];
    let [first, last] = [entry.begin, entry.end];
    if (first.endsWith("-01") && endsMonth(last) && !["day", "week"].includes(PRECISIONS[entry.prec])) {
      [first, last] = first.slice(5, 7) === "01" && last.slice(5, 7) === "12" ? [first.slice(0, 4), last.slice(0, 4)] : [first.slice(0, 7), last.slice(0, 7)];
    }
    if (entry.marks & 2) return `${first}${mark}/..`;
    if (entry.marks & 4) return `../${last}${mark}`;
    return first === last ? first + mark : `${first}${mark}/${last}${mark}`;
  };

  // A day, month or year, or an interval of these, as EDTF; null for anything else.
  const oneEdtf = (text) => {
    const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)$/.exec(text);
    if (!found) return null;
    const [, y, m, d, mark] = found;
    const begin = `${y}-${m || "01"}-${d || "01"}`;
    if (Number.isNaN(Date.parse(begin + "T00:00:00Z")) || isoOf(ordinal(begin)) !== begin) return null;
    const end = d ? begin : m ? isoOf(Date.UTC(Number(y), Number(m), 0) / DAY) : `${y}-12-31`;
    const marks = (mark === "~" || mark === "%" ? 1 : 0) + (mark === "?" || mark === "%" ? 8 : 0);
    return { begin, end, prec: PRECISIONS.indexOf(d ? "day" : m ? "month" : "year"), marks };
  };
  const readEdtf = (text) => {
    text = western(text.trim());
    if (!text) return { begin: "", end: "", prec: -1, marks: 0 };
    const [first, last] = text.split("/");
    if (last === undefined) return oneEdtf(first);
    if (last === "..") { const one = oneEdtf(first); return one && { ...one, marks: one.marks | 2 }; }
    if (first === "..") { const one = oneEdtf(last); return one && { ...one, marks: one.marks | 4 }; }
    const [one, two] = [oneEdtf(first), oneEdtf(last)];
    if (!one || !two || two.end < one.begin) return null;
    return { begin: one.begin, end: two.end, prec: PRECISIONS.indexOf("range"), marks: one.marks | two.marks };
  };
