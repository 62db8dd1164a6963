// GET /souscription: the lists that brokers submitted to an insurer.
#include "desks/credit/blind_test/blind_test.hpp"
#include "desks/credit/blind_test/submission_words.hpp"
#include "desks/credit/blind_test/test_pages.hpp"
#include "floor/deadlines/deadline_view.hpp"
#include "floor/visit/page.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"

namespace credit::blind_test {

using web::html::Markup;
using web::html::Url;

web::Response show_received(visit::Visit& visit) {
  const auto received =
      visit.platform.database.read([&](db::Transaction& tx) { return received_by(tx, visit.actor().organisation); });
  web::ui::Table table{.caption = "Tests à blanc reçus",
                       .columns = {{.label = "Test"},
                                   {.label = "Acheteurs"},
                                   {.label = "Reçu le"},
                                   {.label = "Échéance"},
                                   {.label = "État"}},
                       .rows = {}};
  for (const auto& each : received) {
    const bool closed = each.submission.closed_at.has_value();
    const bool awaited = !closed && !each.submission.over();
    table.rows.push_back(
        {.url = Url::path("/souscription/{}", each.submission.id),
         .cells = {web::ui::Value(each.code), web::ui::Value::number(each.submission.buyers),
                   web::ui::Value(each.submission.sent_at),
                   awaited ? web::ui::Value(deadlines::due_of(each.submission.due_at, visit.now)) : web::ui::Value(),
                   closed ? web::ui::Badge{"Clos", web::ui::Tone::mute, web::ui::Icon::lock}
                          : standing(each.submission, visit.now)},
         .fresh = awaited && !each.submission.seen_at});
  }
  Markup body = web::ui::page_header(
      {.title = "Tests à blanc", .lead = "Les listes d’acheteurs que des courtiers vous soumettent."});
  body += received.empty() ? web::ui::empty_state({.title = "Aucun test à blanc",
                                                   .text = "Ils arrivent ici dès qu’un courtier vous en soumet un."})
                           : web::ui::data_table(table);
  return visit::page(visit, {.title = "Tests à blanc", .body = std::move(body)});
}

}  // namespace credit::blind_test
