// Filtering, sorting and taking away of the report's tables. Without a script everything is shown in
// order.
(function () {
  "use strict";

  function all(selector, within) {
    return Array.from((within || document).querySelectorAll(selector));
  }

  // A count as the words of the page write it: digits are Latin in all languages.
  function number(count) {
    return count.toLocaleString(document.documentElement.lang, { numberingSystem: "latn" });
  }

  // The report on one environment may lie in the folder of a report on several: there it leads up.
  // Its own bytes are the same wherever it lies. Room is kept before anything is shown.
  var place = /\/environments\/[^/]+\/([^/]+)\/report\/(.*)$/.exec(window.location.pathname);
  if (place) document.documentElement.setAttribute("data-below", "");
  function above(item) {
    if (!place) return;
    var root = "../".repeat(place[2].split("/").length + 3);
    item.firstElementChild.href = root + place[1] + "/report/index.html";
    item.hidden = false;
    // Any folder may be called "environments". Pages can't read files, but see which images exist.
    var link = document.querySelector("link[rel=icon]");
    if (!link) return;
    var icon = new Image();
    icon.addEventListener("error", function () {
      item.hidden = true;
      document.documentElement.removeAttribute("data-below");
    });
    icon.src = root + "assets/" + link.href.split("/").pop();
  }

  // What is typed and what is shown, as they are compared: small letters without marks, and those of
  // Kazakh and Arabic that the search takes for one another.
  var alike = {};
  "әа ғг қк ңн өо ұу үу һх іи ٱا کك ةه ھه ىي یي".split(" ").forEach(function (pair) {
    alike[pair[0]] = pair[1];
  });
  var other = new RegExp("[" + Object.keys(alike).join("") + "]", "g");
  function fold(text) {
    return text.normalize("NFD").replace(/[\p{M}\p{Cf}\u0640]/gu, "").toLowerCase()
      .replace(other, function (letter) { return alike[letter]; })
      .replace(/\s+/g, " ").trim();
  }

  // The words of a row and of the rule above it, without the labels that all rows have.
  function searched(row) {
    var part = row.closest("[data-part]");
    var text = part ? part.querySelector("h2").textContent + " " : "";
    var walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      var node = walker.currentNode;
      if (!node.parentNode.closest("summary, .trace-label")) text += node.data;
    }
    return fold(text);
  }

  function filter(form) {
    var rows = all("tr[data-outcome]").map(function (row) {
      return { row: row, text: null };
    });
    var output = form.querySelector("output");
    var parts = all("[data-rows]");

    function show() {
      var text = fold(form.elements.text.value);
      var outcome = form.elements.outcome.value;
      var severity = form.elements.severity.value;
      var shown = 0;
      rows.forEach(function (entry) {
        if (text && entry.text === null) entry.text = searched(entry.row);
        var isShown =
          (!text || entry.text.indexOf(text) >= 0) &&
          (!outcome || entry.row.dataset.outcome === outcome) &&
          (!severity || entry.row.dataset.severity === severity);
        if (entry.row.hidden === isShown) entry.row.hidden = !isShown;
        if (isShown) shown += 1;
      });
      all(".chunk").forEach(function (chunk) {
        chunk.hidden = chunk.querySelector("tr[data-outcome]:not([hidden])") === null;
      });
      if (form.closest("[data-rows]") === null) {
        parts.forEach(function (part) {
          part.hidden = part.querySelector("tr[data-outcome]:not([hidden])") === null;
          all(".jump a[href='#" + part.dataset.part + "']")
            .forEach(function (link) { link.parentNode.hidden = part.hidden; });
        });
      }
      output.textContent = output.dataset.shown
        .replace("{shown}", number(shown))
        .replace("{count}", number(rows.length))
        .replace("{all}", number(Number(output.dataset.all)));
    }

    function set(select, value) {
      select.value = value || "";
      if (select.selectedIndex < 0) select.value = "";
    }

    // A count links to its rows with a query; on the page itself nothing needs to be loaded again.
    function choose(outcome) {
      set(form.elements.outcome, outcome);
      show();
      keep();
    }

    // What is chosen stands behind "#?", so that the address shows somebody else the same rows.
    function keep() {
      var chosen = new URLSearchParams();
      ["text", "outcome", "severity"].forEach(function (name) {
        var value = form.elements[name].value.trim();
        if (value) chosen.set(name, value);
      });
      var hash = chosen.toString();
      history.replaceState(null, "", location.pathname + (hash ? "#?" + hash : ""));
    }

    function restore() {
      var chosen = new URLSearchParams(
        location.hash.slice(0, 2) === "#?" ? location.hash.slice(2) : location.search);
      form.elements.text.value = chosen.get("text") || "";
      set(form.elements.outcome, chosen.get("outcome"));
      set(form.elements.severity, chosen.get("severity"));
      show();
      // A page in another language says where its reader was.
      var place = document.getElementById(chosen.get("at"));
      if (place) place.scrollIntoView();
    }

    all("[data-outcome-link]").forEach(function (link) {
      if (link.pathname !== location.pathname) return;
      link.addEventListener("click", function (event) {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        choose(link.dataset.outcomeLink);
        (form.closest("section") || form).scrollIntoView();
        form.elements.outcome.focus({ preventScroll: true });
      });
    });

    form.hidden = false;
    form.addEventListener("input", function () { show(); keep(); });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    restore();
    // A link to a row that the filter hides shows it.
    window.addEventListener("hashchange", function () {
      if (location.hash.slice(0, 2) === "#?") return restore();
      var target = document.getElementById(location.hash.slice(1));
      if (target && target.closest("[hidden]")) {
        form.reset();
        show();
        target.scrollIntoView();
      }
    });
  }

  // Blanks and characters without a mark, behind which a spreadsheet still finds a formula.
  var skipped = /^[\s\u0085\u2800\p{Cf}\p{Default_Ignorable_Code_Point}]+/u;

  // A cell as RFC 4180 writes it; what a spreadsheet would calculate gets an apostrophe in front.
  function field(text) {
    var plain = text.replace(/\s+/g, " ").trim();
    if (/^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\0]/.test(plain.replace(skipped, ""))) {
      plain = "'" + plain;
    }
    return '"' + plain.replace(/"/g, '""') + '"';
  }

  // What a cell says: nothing where somebody writes by hand, of an accepted outcome what it is now,
  // and the digits alone of a number.
  function words(cell) {
    if (cell.classList.contains("blank")) return "";
    var text = (cell.querySelector(".condition, .outcome") || cell).textContent;
    var sort = cell.classList.contains("number") && cell.dataset.sort;
    return sort && text.replace(/\D/g, "") === sort ? sort : text;
  }

  // The rows that are shown, with the heads of their columns; those of findings with rule and place.
  function table(tables, names) {
    var lines = [];
    var heads = null;
    tables.forEach(function (one) {
      var part = one.closest("[data-part]");
      var isFindings = one.classList.contains("findings");
      Array.prototype.forEach.call(one.tBodies[0].rows, function (row) {
        if (row.hidden || row.closest("[hidden]")) return;
        if (!heads) {
          heads = all("thead th", one).map(words);
          if (isFindings) {
            heads = [names.rule].concat(heads.slice(0, 4), names.record, names.fingerprint);
          }
          lines.push(heads.map(field).join(","));
        }
        var cells = Array.prototype.map.call(row.cells, words);
        if (isFindings) {
          var place = row.cells[4] || row.querySelector(".trace code");
          var id = part ? part.dataset.part : location.pathname.replace(/.*\/|\.html$/g, "");
          cells = [id.toUpperCase()].concat(
            cells.slice(0, 4), place ? place.textContent : "", row.id.replace(/^f-/, ""));
        }
        lines.push(cells.map(field).join(","));
      });
    });
    return lines.join("\r\n") + "\r\n";
  }

  function exporting(button) {
    button.addEventListener("click", function () {
      var form = button.closest("[data-filter]");
      var section = button.closest("[data-rows]");
      var tables = section && !form ? all("table", section) : all("table.findings");
      var link = document.createElement("a");
      link.download = button.dataset.export;
      link.href = URL.createObjectURL(new Blob([table(tables, button.dataset)], { type: "text/csv" }));
      link.click();
      setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
    });
    var tools = button.closest("[data-tools]");
    if (tools) tools.hidden = false;
  }

  var severities = ["low", "medium", "high", "critical"];

  // The words of a cell, or what it says to sort by; numbers sort as numbers. Where there are very
  // many rows, the head of the column says it for all.
  function key(row, column, by) {
    if (by === "severity") return String(severities.indexOf(row.dataset.severity));
    var cell = row.cells[column];
    return cell.dataset.sort !== undefined ? cell.dataset.sort : cell.textContent.trim();
  }

  // Long lists are cut into several tables: these are sorted as one.
  function group(table) {
    var section = table.closest(".chunk") && table.closest("[data-rows]");
    return section ? all(".chunk table", section) : [table];
  }

  function sort(table, column) {
    var tables = group(table);
    var headers = tables.map(function (one) { return all("thead th", one); });
    var head = all("thead th", table)[column];
    var isDescending = head.getAttribute("aria-sort") === "ascending";
    var sizes = [];
    var rows = [];
    tables.forEach(function (one, index) {
      headers[index].forEach(function (header) { header.removeAttribute("aria-sort"); });
      headers[index][column].setAttribute("aria-sort", isDescending ? "descending" : "ascending");
      sizes.push(one.tBodies[0].rows.length);
      Array.prototype.forEach.call(one.tBodies[0].rows, function (row) {
        rows.push({ row: row, key: key(row, column, head.dataset.by), place: rows.length });
      });
    });
    var collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
    rows.sort(function (left, right) {
      var order = collator.compare(left.key, right.key);
      return (isDescending ? -order : order) || left.place - right.place;
    });
    var next = 0;
    tables.forEach(function (one, index) {
      for (var end = next + sizes[index]; next < end; next += 1) {
        one.tBodies[0].appendChild(rows[next].row);
      }
    });
  }

  function sortable(table) {
    all("thead th", table).forEach(function (header, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      while (header.firstChild) button.appendChild(header.firstChild);
      header.appendChild(button);
      button.addEventListener("click", function () { sort(table, column); });
    });
  }

  // A link to a finding opens its evidence.
  function openTarget() {
    var target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    var details = target && target.matches("tr") && target.querySelector("details");
    if (details) details.open = true;
  }

  document.addEventListener("DOMContentLoaded", function () {
    all("[data-above]").forEach(above);
    all("[data-filter]").forEach(filter);
    all("[data-sortable]").forEach(sortable);
    all("[data-export]").forEach(exporting);
    openTarget();
    window.addEventListener("hashchange", openTarget);
  });
})();
