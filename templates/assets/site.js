// What the pages gain from a script. Everything a reader needs works without it. A classic script,
// loaded in the head, so that it also works from a folder and no page flashes in the wrong colours.
(function () {
  "use strict";

  var root = document.documentElement;

  // Storage may be refused, in private windows or by policy: then nothing is remembered.
  function remember(key, value) {
    try {
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, value);
    } catch (refused) {}
  }
  function recall(key) {
    try { return localStorage.getItem(key); } catch (refused) { return null; }
  }

  var themes = ["auto", "light", "dark"];
  function theme() {
    var stored = recall("vouch.theme");
    return themes.indexOf(stored) < 0 ? "auto" : stored;
  }
  function showTheme() {
    if (theme() === "auto") root.removeAttribute("data-theme");
    else root.setAttribute("data-theme", theme());
  }
  showTheme();
  root.classList.add("script");

  function all(selector, within) {
    return Array.from((within || document).querySelectorAll(selector));
  }

  var headings = ".article :is(h1, h2, h3, h4, h5, h6)[id]";

  function one(selector) { return document.querySelector(selector); }

  function on(target, name, action) { target.addEventListener(name, action); }

  // The element that a fragment names; what somebody typed may have signs that stand for nothing.
  function named(hash) {
    var name = hash.slice(1);
    try { name = decodeURIComponent(name); } catch (broken) {}
    return name && document.getElementById(name);
  }
  window.vouchNamed = named;

  function themeButton() {
    var button = one(".theme");
    if (!button) return;
    var label = button.querySelector(".theme-label");
    function name() {
      if (label) label.textContent = button.getAttribute("data-" + theme());
    }
    button.hidden = false;
    name();
    on(button, "click", function () {
      var next = themes[(themes.indexOf(theme()) + 1) % themes.length];
      remember("vouch.theme", next === "auto" ? null : next);
      showTheme();
      name();
    });
    on(window, "storage", function () { showTheme(); name(); });
  }

  // Menus close when something else is clicked or gets the focus, and with Escape, which gives the
  // focus back.
  function menus() {
    function leave(event) {
      all(".menu[open]").forEach(function (menu) {
        if (!menu.contains(event.target)) menu.open = false;
      });
    }
    on(document, "click", leave);
    on(document, "focusin", leave);
    on(document, "keydown", function (event) {
      if (event.key !== "Escape") return;
      all(".menu[open]").forEach(function (menu) {
        menu.open = false;
        menu.querySelector("summary").focus();
      });
    });
  }

  // The drawer is opened by a link to its id; here it gets the focus, keeps it and gives it back.
  function drawer() {
    var opener = one(".navigation-open");
    var navigation = one(".navigation");
    if (!opener || !navigation) return;
    var close = navigation.querySelector(".navigation-close a");
    function set(open) {
      navigation.classList.toggle("open", open);
      opener.ariaExpanded = open;
      (open ? close : opener).focus();
    }
    opener.role = "button";
    opener.ariaExpanded = false;
    // A button also obeys the space bar, a link doesn't.
    function press(event) {
      if (event.type === "keydown" && event.key !== " ") return;
      event.preventDefault();
      set(event.currentTarget === opener);
    }
    on(opener, "click", press);
    on(opener, "keydown", press);
    on(close, "click", press);
    on(document, "click", function (event) {
      if (!navigation.classList.contains("open")) return;
      if (!navigation.contains(event.target) && !opener.contains(event.target)) set(false);
    });
    on(navigation, "keydown", function (event) {
      if (!navigation.classList.contains("open")) return;
      if (event.key === "Escape") set(false);
      if (event.key !== "Tab") return;
      var stops = all("a[href], summary", navigation).filter(function (stop) {
        return stop.offsetParent !== null;
      });
      var last = stops[stops.length - 1];
      if (event.shiftKey && document.activeElement === stops[0]) {
        event.preventDefault();
        last.focus();
      } else if (!event.shiftKey && document.activeElement === last) {
        event.preventDefault();
        stops[0].focus();
      }
    });
    var current = navigation.querySelector("[aria-current=page]");
    if (current && navigation.scrollHeight > navigation.clientHeight) {
      navigation.scrollTop = current.offsetTop - navigation.clientHeight / 3;
    }
  }

  function readingModes() {
    var choices = all("input[name=reading]");
    var stored = recall("vouch.reading");
    choices.forEach(function (choice) {
      if (choice.value === stored) choice.checked = true;
      on(choice, "change", function () {
        remember("vouch.reading", choice.value);
      });
    });
  }

  // A click or a tap keeps a sentence's source open; Escape closes it, also one shown by hovering.
  function units() {
    var article = one(".article");
    if (!article || !article.querySelector(".unit")) return;
    function unpin(except) {
      all(".unit-pinned", article).forEach(function (unit) {
        if (unit !== except) unit.classList.remove("unit-pinned");
      });
    }
    on(article, "click", function (event) {
      var unit = event.target.closest(".unit");
      if (event.target.closest("a, button") || String(window.getSelection())) return;
      unpin(unit);
      if (unit && !event.target.closest(".unit-source")) unit.classList.toggle("unit-pinned");
    });
    on(document, "keydown", function (event) {
      if (event.key !== "Escape") return;
      unpin(null);
      all(".unit:hover", article).forEach(function (unit) {
        unit.classList.add("unit-dismissed");
        on(unit, "mouseleave", function () {
          unit.classList.remove("unit-dismissed");
        }, { once: true });
      });
    });
  }

  // The contents beside the article follow the reader.
  function pageContents() {
    var links = all(".page-contents a");
    var details = one(".page-contents");
    if (!links.length) return;
    // Beside the article they are always open: there is nothing to press.
    var wide = window.matchMedia("(min-width: 66.01rem)");
    function fit() {
      if (wide.matches) details.open = true;
      details.querySelector("summary").tabIndex = wide.matches ? -1 : 0;
    }
    fit();
    on(wide, "change", fit);
    var targets = links.map(function (link) { return named(link.hash); });
    function follow() {
      var current = 0;
      targets.forEach(function (target, index) {
        if (target && target.getBoundingClientRect().top < 140) current = index;
      });
      links.forEach(function (link, index) {
        if (index === current) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      });
    }
    var observer = new IntersectionObserver(follow, { rootMargin: "-100px 0px -60% 0px" });
    targets.forEach(function (target) { if (target) observer.observe(target); });
    follow();
  }

  function copyButtons() {
    var words = document.body.getAttribute("data-copy");
    var done = document.body.getAttribute("data-copied");
    if (!words || !navigator.clipboard) return;
    all(".article pre").forEach(function (block) {
      var frame = document.createElement("div");
      frame.className = "code-block";
      block.parentNode.insertBefore(frame, block);
      frame.appendChild(block);
      var button = document.createElement("button");
      button.type = "button";
      button.className = "copy";
      button.textContent = words;
      on(button, "click", function () {
        navigator.clipboard.writeText(block.textContent).then(function () {
          button.textContent = done;
          setTimeout(function () { button.textContent = words; }, 2000);
        });
      });
      frame.appendChild(button);
    });
  }

  // Each heading can be linked to. The heading isn't named after the link in it.
  function anchors() {
    var article = one(".article[data-anchor]");
    var label = article && article.getAttribute("data-anchor");
    if (!label) return;
    all(headings).forEach(function (heading, index) {
      var words = document.createElement("span");
      var link = document.createElement("a");
      words.id = "vouch-heading-" + index;
      words.append(...heading.childNodes);
      link.className = "anchor";
      link.href = "#" + encodeURIComponent(heading.id);
      link.ariaLabel = label;
      link.setAttribute("aria-describedby", words.id);
      link.textContent = "#";
      heading.setAttribute("aria-labelledby", words.id);
      heading.append(words, link);
    });
  }

  // Only a table that really scrolls is a stop for the keyboard.
  function tables() {
    var observer = new ResizeObserver(function (changes) {
      changes.forEach(function (change) {
        var table = change.target.closest(".table");
        if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
        else table.removeAttribute("tabindex");
      });
    });
    all("main .table, main .table > table").forEach(function (box) { observer.observe(box); });
  }

  // The switcher keeps the place: the language links take along the fragment, or the sentence or
  // heading at the top of the window. Units have the same numbers in all translations. The original
  // has none: there the browser looks for the sentence below the heading, whose id is the same
  // everywhere.
  function keepPlace() {
    function carry() {
      all(".languages a[href]").forEach(function (link) {
        link.hash = link.hasAttribute("data-keeps-place") ? location.hash : "";
      });
    }
    function headingBefore(element) {
      var found = null;
      all(headings).forEach(function (heading) {
        if (heading === element || heading.contains(element) ||
          heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) {
          found = heading;
        }
      });
      return found;
    }
    function directive(sentence) {
      var words = encodeURIComponent(sentence.textContent.replace(/\s+/g, " ").trim());
      return ":~:text=" + words.replace(/-/g, "%2D");
    }
    function place() {
      var target = named(location.hash);
      if (target) {
        var box = target.getBoundingClientRect();
        if (box.bottom > 0 && box.top < window.innerHeight) return target;
      }
      if (window.scrollY < 120) return null;
      var before = null;
      return all(headings + ", .article .unit[id], " +
        ".report main :is(h2, tr)[id]").find(function (element) {
        var box = element.getBoundingClientRect();
        if (box.height > 0 && box.top <= 50) before = element;
        return box.height > 0 && box.top > 50 && box.top < window.innerHeight;
      }) || before;
    }
    all(".languages a[data-keeps-place]").forEach(function (link) {
      on(link, "click", function () {
        // The filter of the report changes the address behind "#?" without a word.
        link.search = location.search;
        link.hash = location.hash.replace(/&at=[^&]*$/, "");
        var element = place();
        if (!element) return;
        if (link.hash.slice(0, 2) === "#?") {
          link.hash += "&at=" + encodeURIComponent(element.id);
          return;
        }
        var sentence = null;
        if (link.hasAttribute("data-source") && element.matches(".unit")) {
          sentence = element.querySelector(".unit-source");
          element = headingBefore(element);
        }
        link.hash = (element ? element.id : "") + (sentence ? directive(sentence) : "");
      });
    });
    on(window, "hashchange", carry);
    carry();
  }

  // The search itself is loaded when somebody begins to search.
  function searchBox() {
    var form = one(".search");
    if (!form) return;
    var input = form.querySelector("input");
    var isLoaded = false;
    var attributes = {
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false",
      "aria-controls": "vouch-search-results"
    };
    for (var name in attributes) input.setAttribute(name, attributes[name]);
    function load() {
      if (isLoaded) return;
      isLoaded = true;
      var script = document.createElement("script");
      script.src = form.getAttribute("data-script");
      document.head.appendChild(script);
    }
    on(input, "focus", load);
    on(document, "keydown", function (event) {
      var isShortcut = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
      var isCommand = (event.key === "k" || event.key === "K") && (event.ctrlKey || event.metaKey);
      if (!isShortcut && !isCommand) return;
      if (isShortcut && event.target.closest("input, textarea, select, [contenteditable]")) return;
      event.preventDefault();
      input.focus();
      input.select();
    });
  }

  on(document, "DOMContentLoaded", function () {
    searchBox();
    themeButton();
    menus();
    drawer();
    readingModes();
    units();
    pageContents();
    copyButtons();
    anchors();
    tables();
    keepPlace();
  });
})();
