// Filtering and sorting of the report's tables. Without a script everything is shown in order.
(function () {
  "use strict";

  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }

  function filter(form) {
    var rows = all("tr[data-outcome]").map(function (row) {
      return { row: row, text: null };
    });
    var output = form.querySelector("output");
    var parts = all("[data-rows]");

    function show() {
      var text = form.elements.text.value.trim().toLocaleLowerCase();
      var outcome = form.elements.outcome.value;
      var severity = form.elements.severity.value;
      var shown = 0;
      rows.forEach(function (entry) {
        if (entry.text === null) entry.text = entry.row.textContent.toLocaleLowerCase();
        var isShown =
          (!text || entry.text.indexOf(text) >= 0) &&
          (!outcome || entry.row.dataset.outcome === outcome) &&
          (!severity || entry.row.dataset.severity === severity);
        entry.row.hidden = !isShown;
        if (isShown) shown += 1;
      });
      if (form.closest("[data-rows]") === null) {
        parts.forEach(function (part) {
          part.hidden = part.querySelector("tr[data-outcome]:not([hidden])") === null;
        });
      }
      output.textContent = output.dataset.shown
        .replace("{shown}", String(shown))
        .replace("{count}", String(rows.length));
    }

    form.hidden = false;
    form.addEventListener("input", show);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    show();
  }

  // The words of a cell, or what it says to sort by; numbers sort as numbers.
  function key(row, column) {
    var cell = row.cells[column];
    return cell.dataset.sort !== undefined ? cell.dataset.sort : cell.textContent.trim();
  }

  function sortable(table) {
    var collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
    all("thead th", table).forEach(function (header, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      while (header.firstChild) button.appendChild(header.firstChild);
      header.appendChild(button);
      button.addEventListener("click", function () {
        var isDescending = header.getAttribute("aria-sort") === "ascending";
        all("thead th", table).forEach(function (other) { other.removeAttribute("aria-sort"); });
        header.setAttribute("aria-sort", isDescending ? "descending" : "ascending");
        var body = table.tBodies[0];
        var rows = Array.prototype.slice.call(body.rows).map(function (row, place) {
          return { row: row, key: key(row, column), place: place };
        });
        rows.sort(function (left, right) {
          var order = collator.compare(left.key, right.key);
          return (isDescending ? -order : order) || left.place - right.place;
        });
        rows.forEach(function (entry) { body.appendChild(entry.row); });
      });
    });
  }

  // A link to a finding opens its evidence.
  function openTarget() {
    var target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    var details = target && target.querySelector("details");
    if (details) details.open = true;
  }

  all("[data-filter]").forEach(filter);
  all("[data-sortable]").forEach(sortable);
  openTarget();
  window.addEventListener("hashchange", openTarget);
})();
