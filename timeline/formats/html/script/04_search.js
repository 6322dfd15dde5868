  // ---- searching: folded words, phrases in quotation marks, names in both languages

  const western = (text) => text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
  const fold = (text) => western(text.normalize("NFKD").toLowerCase().replace(/[\p{Mn}\p{Cf}\u0640]/gu, ""))
    .replace(/[ىی]/g, "ي").replace(/ة/g, "ه").replace(/ک/g, "ك").replace(/ٱ/g, "ا").replace(/\s+/g, " ");

  const wordsOf = (query) => {
    const found = [];
    const rest = query.replace(/["«“]([^"»”]+)["»”]/g, (_, phrase) => { found.push(fold(phrase).trim()); return " "; });
    found.push(...fold(rest).split(/[\s"«»“”]+/));
    return found.filter(Boolean);
  };

  const hays = new Map();
  const rowHay = (entry) => {
    const people = [...entry.actors, ...entry.targets].map((number) => index.actors[number].slice(0, 3).join(" "));
    const place = entry.place < 0 ? [] : index.places[entry.place].slice(0, 3);
    return fold([entry.text, ...people, ...place, ...index.types[entry.type].slice(1), ...entry.notes].join(" \n "));
  };
  const textHay = (n) => {
    if (!hays.has(n)) {
      const found = details(n);
      hays.set(n, fold([...found.q.map((quote, k) => quoteOf(n, k) + " " + quote[2].join(" ") + " " + articleName(quote[0])),
        ...found.n.map((pair) => pair[1])].join(" \n ")));
    }
    return hays.get(n);
  };
  const holds = (entry, words) => {
    const mine = entry.hay ??= rowHay(entry);
    return words.every((word) => mine.includes(word) || entry.parts.some(([n]) => textHay(n).includes(word)));
  };

  // The text in pieces, each hit in a mark. Folding may change lengths, so hits are looked for letter by letter.
  const marked = (text, words) => {
    if (!words.length) return [text];
    const letters = Array.from(text);
    const folded = [];
    const from = [];
    letters.forEach((letter, place) => { for (const one of fold(letter)) { folded.push(one); from.push(place); } });
    const hay = folded.join("");
    const hit = new Array(letters.length).fill(false);
    for (const word of words) {
      for (let at = hay.indexOf(word); at >= 0; at = hay.indexOf(word, at + word.length)) {
        hit.fill(true, from[at], from[at + word.length - 1] + 1);
      }
    }
    const found = [];
    let begin = 0;
    for (let place = 1; place <= letters.length; place += 1) {
      if (place === letters.length || hit[place] !== hit[begin]) {
        const piece = letters.slice(begin, place).join("");
        found.push(hit[begin] ? make("mark", { class: "hit" }, piece) : piece);
        begin = place;
      }
    }
    return found;
  };
