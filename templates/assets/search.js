// Search. Loaded when the search box is used for the first time; reads the index in scripts, which
// also load where the site is opened from a folder, and only those that a search needs.
(function () {
  "use strict";

  const form = document.querySelector(".search");
  if (!form) return;
  const input = form.querySelector("input");
  const panel = form.querySelector(".search-panel");
  const list = form.querySelector("[role=listbox]");
  const status = form.querySelector("[role=status]");
  const shown = 12;
  // What is searched: this part of the publication, and perhaps another one.
  const data = form.dataset;
  const parts = [
    { entry: data.entry, files: data.files, pages: data.pages },
    { entry: data.alsoEntry, files: data.alsoFiles, pages: data.alsoPages }
  ].filter(part => part.entry);
  let index = null;
  let letters = null;
  let latest = 0;
  let active = -1;

  // Scripts of the index hand their content to this function.
  const files = new Map();
  window.vouchSearch = function (name, content) {
    if (typeof name === "string") files.set(name, content);
    else index = name;
  };

  const loading = new Map();
  function load(address) {
    if (!loading.has(address)) {
      loading.set(address, new Promise(function (done, failed) {
        const script = document.createElement("script");
        script.src = address;
        script.onload = function () { script.remove(); done(); };
        script.onerror = function () { script.remove(); loading.delete(address); failed(address); };
        document.head.append(script);
      }));
    }
    return loading.get(address);
  }
  async function file(part, name) {
    if (!files.has(name)) await load(part.files + name + ".js");
    return files.get(name);
  }
  // The entries, one after the other: each says what its part has.
  let opening = null;
  async function openParts() {
    for (const part of parts) {
      if (part.index) continue;
      await load(part.entry);
      part.index = index;
    }
    if (!letters) prepareLetters(parts[0].index.letters);
  }
  function prepare() {
    opening = opening || openParts().catch(function (failed) { opening = null; throw failed; });
    return opening;
  }

  // Words, as the index has them: small letters without marks, pairs of characters where a script
  // has no blanks.
  const ignored = new RegExp("[\\u00AD\\u0300-\\u036F\\u0483-\\u0487\\u0591-\\u05BD\\u05BF\\u05C1" +
    "\\u05C2\\u05C4\\u05C5\\u05C7\\u05F3\\u05F4\\u0610-\\u061A\\u061C\\u0640\\u064B-\\u065F\\u0670" +
    "\\u06D6-\\u06DC\\u06DF-\\u06E8\\u06EA-\\u06ED\\u1AB0-\\u1AFF\\u1DC0-\\u1DFF\\u200C-\\u200F" +
    "\\u202A-\\u202E\\u2060-\\u2069\\u20D0-\\u20F0\\uFE00-\\uFE0F\\uFE20-\\uFE2F\\uFEFF]");
  const ofWord = /[\p{L}\p{N}\p{M}]/u;
  const unspaced = new RegExp("[\\u0E00-\\u0EFF\\u1000-\\u109F\\u1780-\\u17FF\\u3005-\\u3007" +
    "\\u3041-\\u30FF\\u31F0-\\u31FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF" +
    "\\u{20000}-\\u{3FFFF}]", "u");

  function prepareLetters(lines) {
    letters = new Map();
    for (const line of lines.split("\n")) {
      const [base, others] = line.split(" ");
      for (const letter of others) letters.set(letter, base);
    }
  }

  // One character as it is searched for: empty if it doesn't count, a blank if it ends a word.
  const folded = new Map();
  function fold(character) {
    let result = folded.get(character);
    if (result === undefined) {
      if (ignored.test(character)) result = "";
      else if (!ofWord.test(character)) result = " ";
      else if (unspaced.test(character)) result = character;
      else {
        result = "";
        for (const small of character.toLowerCase()) {
          if (!ignored.test(small)) result += letters.get(small) || small;
        }
      }
      folded.set(character, result);
    }
    return result;
  }

  // A text as it is searched for, and for each of its characters the place in the original.
  function foldText(text) {
    let result = "";
    const places = [];
    let place = 0;
    for (const character of text) {
      const part = fold(character);
      result += part;
      for (let n = 0; n < part.length; n++) places.push(place);
      place += character.length;
    }
    places.push(place);
    return { text: result, places: places };
  }

  function wordsOf(query) {
    const words = [];
    for (const part of foldText(query).text.split(" ")) {
      for (const run of part.match(new RegExp(unspaced.source + "+|[^ ]+?(?=" + unspaced.source +
        "|$)", "gu")) || []) {
        if (unspaced.test(run)) {
          const characters = Array.from(run);
          if (characters.length === 1) words.push(run);
          for (let n = 1; n < characters.length; n++) words.push(characters[n - 1] + characters[n]);
        } else words.push(run.slice(0, 20));
      }
    }
    return Array.from(new Set(words)).slice(0, 12);
  }

  // The words of one file and the pages of each, still as they are written.
  const parsed = new Map();
  async function terms(part, name) {
    const text = await file(part, name);
    if (!parsed.has(name)) {
      parsed.set(name, text.split("\n").map(function (line) {
        const blank = line.indexOf(" ");
        return [line.slice(0, blank), line.slice(blank + 1)];
      }));
    }
    return parsed.get(name);
  }

  const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  function pagesOf(text) {
    const pages = [];
    let page = -1, number = 0, scale = 1;
    for (const digit of text) {
      const value = digits.indexOf(digit);
      number += (value & 31) * scale;
      scale *= 32;
      if (value < 32) {
        page += (number >> 3) + 1;
        pages.push([page, number & 7]);
        number = 0;
        scale = 1;
      }
    }
    return pages;
  }

  // The pages with words that begin like this one, and how much each says.
  async function pagesWith(part, word) {
    const shards = part.index.terms;
    let first = 0;
    while (first + 1 < shards.length && shards[first + 1][0] <= word) first++;
    const names = [];
    for (let n = first; n < shards.length && names.length < 3; n++) {
      if (n > first && !shards[n][0].startsWith(word)) break;
      names.push(shards[n][1]);
    }
    const scores = new Map();
    for (const entries of await Promise.all(names.map(name => terms(part, name)))) {
      let low = 0, high = entries.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (entries[middle][0] < word) low = middle + 1;
        else high = middle;
      }
      for (let n = low; n < entries.length && entries[n][0].startsWith(word); n++) {
        const found = pagesOf(entries[n][1]);
        const length = entries[n][0].length;
        const likeness = length === word.length ? 1 : 0.1 + 0.5 * word.length / length;
        const rarity = Math.log(1 + part.index.pages / found.length);
        for (const [page, weight] of found) {
          const score = rarity * (1 + weight) * likeness;
          if (score > (scores.get(page) || 0)) scores.set(page, score);
        }
      }
    }
    return scores;
  }

  // What an ending or an article may have changed: the word without it.
  function shorter(word) {
    const bare = word.replace(/^(?:[وبكف]?ال|لل)(?=...)/, "");
    if (bare !== word) return bare;
    if (/^[בהוכלמש]/.test(word) && word.length > 3) return word.slice(1);
    return word.length > 3 ? word.slice(0, -1) : "";
  }
  async function lookUp(part, word) {
    const least = Math.max(3, Math.ceil(word.length * 0.6));
    let form = word;
    let scores = await pagesWith(part, form);
    while (!scores.size && !unspaced.test(word)) {
      form = shorter(form);
      if (form.length < least) break;
      scores = await pagesWith(part, form);
    }
    return { word: scores.size ? form : word, scores: scores };
  }

  async function findIn(part, query) {
    const words = await Promise.all(wordsOf(query).map(word => lookUp(part, word)));
    const totals = new Map();
    for (const { scores } of words) {
      for (const [page, score] of scores) {
        const total = totals.get(page) || [0, 0];
        totals.set(page, [total[0] + 1, total[1] + score]);
      }
    }
    const most = Math.max(0, ...Array.from(totals.values(), total => total[0]));
    const pages = Array.from(totals).filter(entry => entry[1][0] === most)
      .sort((a, b) => a[0] - b[0])
      .map(entry => ({ part, number: entry[0], score: entry[1][1] }));
    return { words: words.map(word => word.word), pages, most };
  }
  // The pages of the parts that have most of the words, best first.
  async function find(query) {
    const results = await Promise.all(parts.map(part => findIn(part, query)));
    const most = Math.max(...results.map(result => result.most));
    const best = results.filter(result => result.most === most);
    return {
      words: Array.from(new Set(best.flatMap(result => result.words))),
      pages: best.flatMap(result => result.pages)
        .sort((a, b) => b.score - a.score)
    };
  }

  async function pageEntry(part, number) {
    const shards = part.index.texts;
    let low = 0, high = shards.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (shards[middle][0] <= number) low = middle;
      else high = middle;
    }
    return (await file(part, shards[low][1]))[number - shards[low][0]];
  }

  // Where the words stand in a text: places in the original, and which word.
  const joined = /[\u0590-\u06FF]/;
  function matches(text, words) {
    const searched = foldText(text);
    const found = [];
    words.forEach(function (word, number) {
      let from = searched.text.indexOf(word);
      while (from >= 0 && found.length < 500) {
        const before = searched.text[from - 1] || " ";
        if (before === " " || unspaced.test(word) || unspaced.test(before) ||
          (word.length > 2 && joined.test(before))) {
          found.push({
            start: searched.places[from], end: searched.places[from + word.length], word: number
          });
        }
        from = searched.text.indexOf(word, from + word.length);
      }
    });
    found.sort((a, b) => a.start - b.start || b.end - a.end);
    return found;
  }

  // The part of a section that shows most of the words.
  function bestPart(found) {
    let best = { count: 0, start: 0 };
    found.forEach(function (match, number) {
      const seen = new Set();
      let bonus = 0;
      for (let n = number; n < found.length && found[n].end < match.start + 150; n++) {
        if (n > number && found[n].start - found[n - 1].end < 3) bonus += 0.3;
        seen.add(found[n].word);
      }
      if (seen.size + bonus > best.count) best = { count: seen.size + bonus, start: match.start };
    });
    return best;
  }
  function bestSection(entry, words) {
    let best = null;
    entry[3].forEach(function (section, number) {
      const heading = matches(section[1], words);
      const text = matches(section[2], words);
      const part = bestPart(text);
      const inHeading = new Set(heading.map(match => match.word)).size;
      const score = part.count + inHeading * 1.5 - number * 0.001;
      if (!best || score > best.score) {
        best = { score: score, section: section, heading: heading, text: text, start: part.start };
      }
    });
    return best;
  }

  // Text with the words that were looked for marked.
  function marked(element, text, found, from, to) {
    let place = from;
    for (let n = 0; n < found.length; n++) {
      const start = found[n].start;
      let end = found[n].end;
      if (start < place || end > to) continue;
      // Pairs of characters overlap: a run of them is one mark.
      while (n + 1 < found.length && found[n + 1].start <= end && found[n + 1].end <= to) {
        end = Math.max(end, found[++n].end);
      }
      element.append(text.slice(place, start));
      const mark = document.createElement("mark");
      mark.textContent = text.slice(start, end);
      element.append(mark);
      place = end;
    }
    element.append(text.slice(place, to));
    return element;
  }
  // As the page runs, unless all letters run against it: in an Arabic title a rule's id comes first.
  const leftward = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
  const rightward = /[^\P{L}\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u;
  function directionOf(text) {
    if (document.documentElement.dir === "rtl") {
      return rightward.test(text) && !leftward.test(text) ? "ltr" : "rtl";
    }
    return leftward.test(text) && !rightward.test(text) ? "rtl" : "ltr";
  }
  function excerpt(text, found, start) {
    let from = Math.max(0, start - 50);
    if (from > 0) {
      const blank = text.indexOf(" ", from);
      if (blank >= 0 && blank < start) from = blank + 1;
    }
    let to = Math.min(text.length, from + 190);
    if (to < text.length) {
      const blank = text.lastIndexOf(" ", to);
      if (blank > from + 120) to = blank;
    }
    const line = document.createElement("span");
    line.className = "search-text";
    line.dir = directionOf(text.slice(from, to));
    if (from > 0) line.append("… ");
    marked(line, text.replace(/\n/g, " "), found, from, to);
    if (to < text.length) line.append(" …");
    return line;
  }

  function option(part, entry, words, number) {
    const [path, title, language] = entry;
    const best = bestSection(entry, words);
    const link = document.createElement("a");
    link.id = "vouch-search-" + number;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    link.tabIndex = -1;
    link.href = part.pages + path +
      (best && best.section[0] ? "#" + encodeURIComponent(best.section[0]) : "");
    if (language) link.lang = language;
    const name = document.createElement("span");
    name.className = "search-title";
    name.dir = directionOf(title);
    link.append(marked(name, title, matches(title, words), 0, title.length));
    if (best && best.section[1] && best.section[1] !== title) {
      const heading = document.createElement("span");
      heading.className = "search-heading";
      heading.dir = directionOf(best.section[1]);
      link.append(marked(heading, best.section[1], best.heading, 0, best.section[1].length));
    }
    if (best && best.section[2]) link.append(excerpt(best.section[2], best.text, best.start));
    else {
      const other = entry[3].find(section => section[2]);
      if (other) link.append(excerpt(other[2], matches(other[2], words), 0));
    }
    return link;
  }

  function say(key, count) {
    status.textContent = (form.dataset[key] || "").replace("{count}", count);
  }
  function open(isOpen) {
    panel.hidden = !isOpen;
    input.setAttribute("aria-expanded", String(isOpen && list.childElementCount > 0));
    if (!isOpen) choose(-1);
  }
  function choose(number) {
    const options = Array.from(list.children);
    active = options.length ? Math.max(-1, Math.min(number, options.length - 1)) : -1;
    options.forEach(function (option, place) {
      option.setAttribute("aria-selected", String(place === active));
    });
    if (active < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", options[active].id);
    options[active].scrollIntoView({ block: "nearest" });
  }

  async function show() {
    const query = input.value.trim();
    const turn = ++latest;
    if (!query) {
      list.replaceChildren();
      status.textContent = "";
      return open(false);
    }
    try {
      await prepare();
      const result = await find(query);
      const first = result.pages.slice(0, shown);
      const entries = await Promise.all(first.map(page => pageEntry(page.part, page.number)));
      if (turn !== latest) return;
      list.replaceChildren(...entries.map(function (entry, number) {
        return option(first[number].part, entry, result.words, number);
      }));
      if (result.pages.length) say("count", result.pages.length);
      else say("none", 0);
      active = -1;
      input.removeAttribute("aria-activedescendant");
    } catch (failed) {
      if (turn !== latest) return;
      list.replaceChildren();
      say("failed", 0);
    }
    open(true);
  }

  let pause = 0;
  input.addEventListener("input", function () {
    clearTimeout(pause);
    pause = setTimeout(show, 60);
  });
  input.addEventListener("focus", function () { if (input.value.trim()) show(); });
  form.addEventListener("focusout", function (event) {
    if (!form.contains(event.relatedTarget)) open(false);
  });
  // A click on a result must not take the focus away before it counts.
  panel.addEventListener("mousedown", function (event) {
    if (event.target.closest("a")) event.preventDefault();
  });
  list.addEventListener("click", function (event) {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) { open(false); input.blur(); }
  });
  input.addEventListener("keydown", function (event) {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (panel.hidden) show();
      else choose(event.key === "ArrowDown" ? active + 1 : active - 1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      const link = list.children[Math.max(0, active)];
      if (link && !panel.hidden) link.click();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (!panel.hidden) open(false);
      else if (input.value) input.value = "";
      else input.blur();
    }
  });
  if (input.value.trim()) show();
})();
