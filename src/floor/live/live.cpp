#include "floor/live/live.hpp"

#include <algorithm>

#include "floor/audit/changes.hpp"
#include "web/html/elements.hpp"
#include "web/ui/notice.hpp"

namespace live {
namespace {

constexpr int most_files = 200;

// What the browser knows: its last event, else the page's own word.
std::int64_t known_to(const visit::Visit& visit) {
  const std::string_view last = visit.request.header("last-event-id");
  return visit::id_from_text(last.empty() ? visit.request.query.get(known_field) : last);
}

bool changed(db::Transaction& tx, const audit::Changes& changes, const Concerns& concerns) {
  if (static_cast<int>(changes.files.size()) > most_files) return true;
  return std::any_of(changes.files.begin(), changes.files.end(),
                     [&](const platform::FileRef& file) { return concerns(tx, file); });
}

web::Response told(std::int64_t last, bool tell) {
  std::string text = "retry: " + std::to_string(asked_every.value() * 1000) + "\nid: " + std::to_string(last) + "\n";
  if (tell) text += "event: changement\ndata: " + std::to_string(last) + "\n";
  web::Response response;
  response.body = text + "\n";
  return response.header("Content-Type", "text/event-stream; charset=utf-8").header("Cache-Control", "no-store");
}

}  // namespace

std::int64_t latest_settled(db::Transaction& tx, base::Instant now) {
  return tx.value<std::int64_t>(audit::latest_fact_sql, {{"until", now - settled_after.value()}}).value();
}

web::Response answer(visit::Visit& visit, const Concerns& concerns) {
  const std::int64_t known = known_to(visit);
  std::int64_t last = known;
  const bool tell = visit.platform.database.read([&](db::Transaction& tx) {
    if (known == 0) {  // a page of before the first fact, or a browser that told nothing: it is told from here on
      last = latest_settled(tx, visit.now);
      return last != 0;
    }
    const auto changes = audit::changes_after(tx, known, visit.now - settled_after.value(), most_files);
    last = std::max(known, changes.last);
    return changed(tx, changes, concerns);
  });
  return told(last, tell);
}

web::Response answer_if(visit::Visit& visit, const std::function<bool(db::Transaction&)>& differs) {
  std::int64_t last = 0;
  const bool tell = visit.platform.database.read([&](db::Transaction& tx) {
    last = std::max(known_to(visit), latest_settled(tx, visit.now));
    return differs(tx);
  });
  return told(last, tell);
}

web::Response gone(const Gone& said) {
  namespace html = web::html;
  namespace ui = web::ui;
  const auto way_on = html::p(html::a(html::href(said.url), said.label));
  return web::html_response(
      404, html::div(html::cls("gone"), html::role("status"),
                     ui::notice({ui::Tone::info, std::string(said.title), std::string(said.text)}, way_on))
               .take());
}

}  // namespace live
