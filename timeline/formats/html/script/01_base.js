  // Texts reach the page through textContent alone; no markup is ever built from a string.
  const root = document.documentElement;
  const $ = (id) => document.getElementById(id);
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const read = (id) => JSON.parse($(id).textContent);
  const index = read("index");
  const settings = read("settings");
  let lang = settings.lang;

  const pick = (pair) => (lang === "en" ? pair[1] ?? pair[0] : pair[0]);
  const say = (word) => pick(settings.words[word] || [word, word]);
  const fill = (word, ...values) => values.reduce((text, value) => text.replace("{}", value), say(word));
  const counted = (noun, number) => {
    const forms = settings.counts[noun][lang];
    const kind = new Intl.PluralRules(lang).select(number);
    return (forms[kind] || forms.other).replace("{}", number);
  };
  const comma = () => (lang === "ar" ? "، " : ", ");

  const make = (tag, properties, ...children) => {
    const element = document.createElement(tag);
    for (const [key, value] of Object.entries(properties || {})) {
      if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
      else if (value === true) element.setAttribute(key, "");
      else if (value !== null && value !== false && value !== undefined) element.setAttribute(key, value);
    }
    element.append(...children.flat().filter((child) => child !== null && child !== "" && child !== undefined && child !== false));
    return element;
  };
  const button = (text, onclick, properties) => make("button", { type: "button", ...properties, onclick }, text);

  const SVG = "http://www.w3.org/2000/svg";
  const draw = (tag, properties, ...children) => {
    const element = document.createElementNS(SVG, tag);
    for (const [key, value] of Object.entries(properties || {})) {
      if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
      else if (value !== null && value !== undefined) element.setAttribute(key, value);
    }
    element.append(...children.filter(Boolean));
    return element;
  };

  // ---- details: parsed a chunk at a time, when one of its rows is asked for

  const chunks = [];
  const details = (number) => {
    const chunk = Math.floor(number / settings.chunk);
    chunks[chunk] ??= read("details-" + chunk);
    return chunks[chunk][number % settings.chunk];
  };
  const quoteOf = (number, k) => details(number).q[k][1].map((piece) => piece[1]).join("");

  const announce = (text) => { $("said").textContent = ""; $("said").textContent = text; };
