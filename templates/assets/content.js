// Tabs, large images and sorted tables of the documentation's pages. Without a script all tabs are
// shown one below the other, a large image is a link, and tables stay as they are.
(function () {
  "use strict";

  function all(selector, within) {
    return Array.from((within || document).querySelectorAll(selector));
  }
  function recall() {
    try { return JSON.parse(localStorage.getItem("vouch.tabs")) || []; } catch (refused) { return []; }
  }
  function remember(ids) {
    try { localStorage.setItem("vouch.tabs", JSON.stringify(ids.slice(0, 20))); } catch (refused) {}
  }

  // The ids that the reader chose, the last choice first; all groups of a page follow them.
  var chosen = recall().filter(function (id) { return typeof id === "string"; });
  var groups = [];

  // A group's own tabs; several panels with the same ids are one tab with conditions.
  function makeGroup(element, number) {
    var panels = all(":scope > .tab", element);
    var group = { element: element, panels: panels, tabs: [], selected: 0 };
    var list = document.createElement("div");
    list.className = "tab-list";
    list.setAttribute("role", "tablist");
    panels.forEach(function (panel, index) {
      var title = panel.querySelector(":scope > .tab-title");
      var tab = group.tabs.filter(function (tab) { return tab.ids === panel.dataset.tab; })[0];
      if (!tab) {
        var button = document.createElement("button");
        button.type = "button";
        button.id = "tab-" + number + "-" + index;
        button.setAttribute("role", "tab");
        var target = title.querySelector(".unit-target");
        button.textContent = (target || title).textContent;
        list.appendChild(button);
        tab = { ids: panel.dataset.tab, button: button, panels: [] };
        group.tabs.push(tab);
        button.addEventListener("click", function () { choose(group, tab); });
      }
      tab.panels.push(panel);
      panel.id = "tab-panel-" + number + "-" + index;
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", tab.button.id);
      panel.tabIndex = 0;
    });
    list.addEventListener("keydown", function (event) { move(group, event); });
    element.insertBefore(list, element.firstChild);
    element.dataset.ready = "";
    groups.push(group);
  }

  function move(group, event) {
    var forward = getComputedStyle(group.element).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    var back = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    var last = group.tabs.length - 1;
    var next = { Home: 0, End: last };
    next[forward] = group.selected === last ? 0 : group.selected + 1;
    next[back] = group.selected === 0 ? last : group.selected - 1;
    if (!(event.key in next)) return;
    event.preventDefault();
    choose(group, group.tabs[next[event.key]]);
    group.tabs[group.selected].button.focus();
  }

  function choose(group, tab) {
    var place = tab.button.getBoundingClientRect().top;
    var ids = tab.ids.split("+");
    chosen = ids.concat(chosen.filter(function (id) { return ids.indexOf(id) < 0; }));
    remember(chosen);
    group.selected = group.tabs.indexOf(tab);
    show();
    // Other groups above may have changed their height: the tab stays where it was clicked.
    window.scrollBy(0, tab.button.getBoundingClientRect().top - place);
  }

  function rank(tab) {
    var ranks = tab.ids.split("+").map(function (id) { return chosen.indexOf(id); })
      .filter(function (rank) { return rank >= 0; });
    return ranks.length ? Math.min.apply(null, ranks) : Infinity;
  }

  function show() {
    groups.forEach(function (group) {
      group.tabs.forEach(function (tab, index) {
        if (rank(tab) < rank(group.tabs[group.selected])) group.selected = index;
      });
    });
    var selected = groups.map(function (group) { return group.tabs[group.selected].ids; })
      .join("+").split("+");
    groups.forEach(function (group) {
      group.tabs.forEach(function (tab, index) {
        var isSelected = index === group.selected;
        tab.button.setAttribute("aria-selected", String(isSelected));
        tab.button.tabIndex = isSelected ? 0 : -1;
        var fitting = tab.panels.filter(function (panel) {
          return !panel.dataset.condition || selected.indexOf(panel.dataset.condition) >= 0;
        })[0] || tab.panels[0];
        tab.button.setAttribute("aria-controls", fitting.id);
        tab.panels.forEach(function (panel) { panel.hidden = !(isSelected && panel === fitting); });
      });
    });
  }

  // A link to a place inside a hidden tab shows that tab.
  function showTarget() {
    var target = window.vouchNamed(location.hash);
    var panel = target && target.closest(".tab[hidden]");
    if (!panel) return;
    groups.forEach(function (group) {
      group.tabs.forEach(function (tab) {
        if (tab.panels.indexOf(panel) >= 0) choose(group, tab);
      });
    });
    if (panel.dataset.condition) {
      chosen.unshift(panel.dataset.condition);
      show();
    }
    target.scrollIntoView();
  }

  function lightboxes() {
    var view = null;
    document.addEventListener("click", function (event) {
      var link = event.target.closest && event.target.closest("a.lightbox");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      if (typeof HTMLDialogElement === "undefined") return;
      event.preventDefault();
      if (!view) {
        view = document.createElement("dialog");
        view.className = "lightbox-view";
        view.appendChild(document.createElement("img"));
        var close = document.createElement("button");
        close.type = "button";
        close.textContent = document.body.getAttribute("data-close") || "×";
        view.appendChild(close);
        view.addEventListener("click", function () { view.close(); });
        document.body.appendChild(view);
      }
      var small = link.querySelector("img");
      view.firstChild.src = link.href;
      view.firstChild.alt = small ? small.alt : "";
      view.setAttribute("aria-label", view.firstChild.alt);
      view.showModal();
    });
  }

  // Tables whose headings sort them: by numbers where cells have some, else by words.
  function sortable(table) {
    var language = document.documentElement.lang;
    var body = table.tBodies[0];
    var heads = all("thead th", table);
    function value(row, column) {
      var cell = row.cells[column];
      return cell.dataset.value === undefined ? cell.textContent.trim() : Number(cell.dataset.value);
    }
    heads.forEach(function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      while (head.firstChild) button.appendChild(head.firstChild);
      head.appendChild(button);
      button.addEventListener("click", function () {
        var falls = head.getAttribute("aria-sort") === "ascending";
        heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", falls ? "descending" : "ascending");
        Array.from(body.rows).sort(function (left, right) {
          var a = value(left, column);
          var b = value(right, column);
          var order = typeof a === "number" ? a - b : a.localeCompare(b, language, { numeric: true });
          return falls ? -order : order;
        }).forEach(function (row) { body.appendChild(row); });
      });
    });
  }

  document.addEventListener("DOMContentLoaded", function () {
    all("table[data-sortable]").forEach(sortable);
    all(".tabs").forEach(makeGroup);
    show();
    showTarget();
    window.addEventListener("hashchange", showTarget);
    lightboxes();
  });
})();
