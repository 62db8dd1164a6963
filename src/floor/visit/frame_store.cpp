#include "floor/visit/frame_store.hpp"

#include <array>

#include "db/ahead.hpp"
#include "floor/audit/changes.hpp"
#include "floor/identity/legal.hpp"
#include "floor/live/live.hpp"
#include "floor/messages/messages.hpp"
#include "floor/messages/returned_addresses.hpp"
#include "floor/visit/frame.hpp"

namespace visit {
namespace {

// All the numbers of a frame in one statement: notices that were not read, the latest fact that is settled, whether the
// person's address returns mail, whether the house has said who it is, then what waits at each item that counts.
struct Question {
  std::string sql;
  std::array<db::Param, 4> params;
};
Question question_of(const std::vector<const NavItem*>& items, const Visit& visit) {
  Question question{.sql = "SELECT (",
                    .params = {{{"organisation", visit.actor().organisation},
                                {"account", visit.actor().account},
                                {"most", web::ui::told_notifications + 1},
                                {"until", visit.now - live::settled_after.value()}}}};
  question.sql.append(messages::unread_sql).append("), (").append(audit::latest_fact_sql).append("), (");
  question.sql.append(messages::returned_sql).append("), (");
  const bool administrator = visit.actor().is(identity::OrganisationKind::administrator);
  question.sql.append(administrator ? identity::house_lacks_sql : "0").append(")");
  for (const NavItem* item : items)
    if (!item->count.empty()) question.sql.append(", (").append(item->count).append(")");
  return question;
}

}  // namespace

std::vector<const NavItem*> items_for(const Site& site, const identity::Actor& actor) {
  std::vector<const NavItem*> items;
  for (const NavItem& item : site.nav)
    if (item.shown_to(actor)) items.push_back(&item);
  return items;
}

Numbers numbers_of(db::Transaction& tx, const std::vector<const NavItem*>& items, const Visit& visit) {
  const Question question = question_of(items, visit);
  Numbers numbers{};
  tx.each(question.sql, question.params, [&](const db::Row& row) {
    numbers.unread = row.get<int>(0);
    numbers.latest_fact = row.integer(1);
    numbers.mail_returns = row.integer(2) != 0;
    numbers.house_lacks = row.integer(3) != 0;
    int column = 4;
    for (const NavItem* item : items) numbers.waiting.push_back(item->count.empty() ? 0 : row.integer(column++));
  });
  return numbers;
}

void expect_frame(db::Transaction& tx, const Visit& visit) {
  if (!visit.session || !db::travels(tx)) return;
  const Question question = question_of(items_for(visit.site, visit.actor()), visit);
  db::expect(tx, question.sql, question.params);
}

}  // namespace visit
