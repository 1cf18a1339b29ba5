"use strict";
// Follows a volume: stage, people, next hire and cost, read from the steps of the plan, at or above. No formula of the plan is here.
const teamplan = (function () {
  const known = JSON.parse(document.getElementById("moving").textContent);
  const field = (id) => document.getElementById("move-" + id);
  const view = new DataView(new ArrayBuffer(8));

  function beside(value, steps) {
    view.setFloat64(0, value);
    view.setBigInt64(0, view.getBigInt64(0) + steps);
    return view.getFloat64(0);
  }

  function reached(ascending, value) {
    let low = 0, high = ascending.length;
    while (high > low) {
      const middle = (low + high) >> 1;
      if (value >= ascending[middle]) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function mostOrders(visitors, conversion) { // the most orders that need no more visitors
    let orders = visitors * conversion;
    while (orders / conversion > visitors) orders = beside(orders, -1n);
    while (visitors >= beside(orders, 1n) / conversion) orders = beside(orders, 1n);
    return orders;
  }

  function post(steps, volume) { // people, and the most orders that they are enough for; null where no step is known
    if (steps === null) return { people: 0, enough: null };
    const [byVisitors, people, more] = steps;
    const place = reached(more, byVisitors ? volume.visitors : volume.orders);
    if (place === more.length) return { people: people + place, enough: null };
    const full = beside(more[place], -1n);
    if (!byVisitors) return { people: people + place, enough: full };
    return { people: people + place, enough: volume.conversion ? mostOrders(full, volume.conversion) : null };
  }

  function inside(volume) {
    const bounded = known.most.visitors !== null;
    if (!(volume.orders >= 0) || volume.orders > known.most.orders) return false;
    return !bounded || (volume.visitors !== null && known.most.visitors >= volume.visitors);
  }

  function team(volume) { // null outside of the steps
    if (!inside(volume)) return null;
    const at = reached(known.stages.map((stage) => stage.from), volume.orders) - 1;
    const border = at + 1 === known.stages.length ? Infinity : known.stages[at + 1].from;
    const posts = known.stages[at].roles.map((steps) => post(steps, volume));
    const costs = [0, 0, 0];
    let people = 0, next = null;
    posts.forEach(function (each, place) {
      if (each.enough !== null) if (beside(each.enough, 1n) >= border) each.enough = null;
      people += each.people;
      costs.forEach((_, end) => { costs[end] += each.people * known.roles[place].cost[end]; });
      if (each.enough !== null) if (next === null || sooner(each, place, posts[next], next)) next = place;
    });
    return { stage: at, posts: posts, people: people, next: next, costs: costs };
  }

  function sooner(one, place, other, before) {
    if (one.enough !== other.enough) return other.enough > one.enough;
    return known.roles[before].id > known.roles[place].id;
  }

  // Numbers as the page writes them: rounded half to even, thousands apart.
  const grouped = (digits) => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ",");

  function trimmed(text) {
    const [whole, part] = text.split(".");
    const rest = (part || "").replace(/0+$/, "");
    return grouped(whole) + (rest ? "." + rest : "");
  }

  function number(value) {
    if (value > 0) if (0.1 > value) return String(Number(value.toPrecision(2)));
    return trimmed(value.toFixed(2));
  }

  function roundAbove(value) { // the round number of which this is the last below; null where there is none
    const above = beside(value, 1n);
    return above === Number(above.toFixed(2)) ? above : null;
  }

  function upTo(value) { // rounded down; the last number below a round one is told by that one
    const above = roundAbove(value);
    if (above !== null) return "< " + number(above);
    const [whole, part] = value.toFixed(60).split(".");
    return trimmed(whole + "." + part.slice(0, 2));
  }

  function whole(coins) {
    const rest = coins % 100, units = (coins - rest) / 100;
    return grouped(String(rest > 50 || (rest === 50 ? units % 2 === 1 : false) ? units + 1 : units));
  }

  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const money = (coins) => filled(known.texts.money, { amount: whole(coins) });

  // What is typed.
  function parsed(text) { // a number as a decimal, null where it is none
    const plain = text.trim();
    if (!/^(\d+|\d{1,3}(,\d{3})+)(\.\d*)?$|^\.\d+$/.test(plain)) return null;
    return plain.replace(/,/g, "");
  }

  function share(text) { // of so many percent
    const digits = parsed(text.trim().replace(/\s*%$/, ""));
    return digits === null ? null : Number(digits + "e-2");
  }

  function amount(text) {
    const digits = parsed(text);
    return digits === null ? null : Number(digits);
  }

  function moved(volume, name, value) { // the volume with one of its parts changed, as a shop is read that gives it
    const { visitors, conversion, orders } = volume;
    if (name === "orders") return { orders: value, visitors: conversion ? value / conversion : visitors, conversion: conversion };
    if (name === "visitors") {
      if (conversion !== null) return { orders: value * conversion, visitors: value, conversion: conversion };
      return { orders: orders, visitors: value, conversion: value ? orders / value : null };
    }
    if (visitors !== null) return { orders: visitors * value, visitors: visitors, conversion: value };
    return { orders: orders, visitors: value ? orders / value : null, conversion: value };
  }

  let volume = known.shop;

  function tell(id, text) {
    const place = field(id);
    if (place.textContent !== text) place.textContent = text;
    place.hidden = text === "";
  }

  function next(found) {
    const texts = known.texts;
    if (found.next !== null) {
      const role = known.roles[found.next].name, enough = found.posts[found.next].enough, from = roundAbove(enough);
      if (from !== null) return filled(texts.nextRoleFrom, { role: role, orders: number(from) });
      return filled(texts.nextRole, { role: role, orders: upTo(enough) });
    }
    const following = known.stages[found.stage + 1];
    if (following) return filled(texts.nextStage, { stage: following.name, orders: number(following.from) });
    return filled(texts.nextNone, { orders: number(known.most.orders) });
  }

  function show() {
    const found = team(volume), texts = known.texts, same = volume === known.shop;
    tell("outside", found === null ? texts.outside : "");
    if (found === null) return;
    const [low, likely, high] = found.costs;
    const values = { orders: number(volume.orders), people: String(found.people), stage: known.stages[found.stage].name };
    tell("summary", filled(texts.summary, values));
    tell("cost", filled(texts.cost, { total: money(likely), low: whole(low), high: whole(high) }));
    tell("next", next(found));
    tell("moved", same ? "" : filled(texts.moved, { orders: number(volume.orders), shop: number(known.shop.orders) }));
    document.querySelectorAll("tr[data-role]").forEach(function (row, place) {
      const each = found.posts[place];
      row.hidden = each.people === 0;
      row.cells[1].textContent = String(each.people);
      row.cells[2].textContent = each.enough === null ? "-" : upTo(each.enough);
      row.cells[3].textContent = whole(each.people * known.roles[place].cost[1]);
    });
    field("people").textContent = String(found.people);
    field("total").textContent = whole(likely);
  }

  const typed = { orders: amount, visitors: amount, conversion: share };

  function write(except) { // the fields that were not typed in follow
    for (const name of Object.keys(typed)) {
      if (name === except) continue;
      const value = volume[name];
      field(name).value = value === null ? "" : trimmed((name === "conversion" ? 100 * value : value).toFixed(name === "conversion" ? 4 : 2));
      field(name).removeAttribute("aria-invalid");
    }
    if (except !== "slider") field("slider").value = String(volume.orders);
    tell("unreadable", "");
  }

  function take(name, value, from) {
    volume = moved(volume, name, value);
    write(from);
    show();
  }

  for (const [name, read] of Object.entries(typed)) {
    field(name).addEventListener("input", function () {
      const text = field(name).value, value = read(text);
      if (value === null || (name === "conversion" ? value > 1 : false)) {
        field(name).setAttribute("aria-invalid", "true");
        tell("unreadable", filled(known.texts.unreadable, { given: text }));
        return;
      }
      field(name).removeAttribute("aria-invalid");
      take(name, value, name);
    });
  }
  field("slider").addEventListener("input", () => take("orders", Number(field("slider").value), "slider"));
  field("reset").addEventListener("click", function () {
    volume = known.shop;
    write("");
    show();
  });
  document.getElementById("moving-fields").hidden = false;
  write("");
  show();
  return { team: team, moved: moved, amount: amount, share: share, show: show };
})();
