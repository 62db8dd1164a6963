#include <algorithm>

#include "base/text.hpp"
#include "db/ahead.hpp"
#include "floor/views/views.hpp"
#include "web/forms.hpp"
#include "web/percent.hpp"

namespace views {
namespace {

constexpr std::string_view views_sql =
    "SELECT id, name, query FROM saved_views WHERE account_id = :account AND list = :list ORDER BY name_key, id";

bool is_address(std::string_view list) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '/'; };
  return list.size() > 1 && list.size() <= 100 && list.front() == '/' && list[1] != '/' &&
         std::all_of(list.begin(), list.end(), plain);
}

}  // namespace

// Read and written again, so that nothing but fields stands in it; a saved view begins at its first page.
std::string kept_query(std::string_view query) {
  const auto fields = web::parse_form(query);
  std::string text;
  if (!fields) return text;
  for (const auto& [name, value] : fields->pairs()) {
    if (name == "apres" || name == "avant" || value.empty()) continue;
    text += (text.empty() ? "" : "&") + web::encode_percent(name) + "=" + web::encode_percent(value);
  }
  constexpr std::size_t longest = 2000;
  return text.size() > longest ? std::string() : text;
}

void expect(db::Transaction& tx, identity::AccountId account, std::string_view list) {
  if (db::travels(tx)) db::expect(tx, views_sql, {{"account", account}, {"list", list}});
}

std::vector<View> of(db::Transaction& tx, identity::AccountId account, std::string_view list) {
  return tx.rows(views_sql, {{"account", account}, {"list", list}}, [](const db::Row& row) {
    return View{row.get<ViewId>(0), row.get<std::string>(1), row.get<std::string>(2)};
  });
}

base::Outcome<View> save(platform::Act& act, identity::AccountId account, const NewView& view) {
  const std::string name = base::squeeze(view.name);
  if (!is_address(view.list)) return unknown_list;
  if (name.empty() || base::has_control_characters(name)) return base::Refusal{name_missing, "nom"};
  if (base::count_code_points(name) > static_cast<std::size_t>(longest_name.value()))
    return base::Refusal{name_too_long, "nom", {std::to_string(longest_name.value())}};
  const std::string key = base::fold(name).empty() ? name : base::fold(name);
  act.tx.execute("delete from saved_views where account_id = :account and list = :list and name_key = :key",
                 {{"account", account}, {"list", view.list}, {"key", key}});
  if (static_cast<int>(of(act.tx, account, view.list).size()) >= most_views.value())
    return base::Refusal{too_many, "nom", {std::to_string(most_views.value())}};
  const View saved{ViewId{act.ids.next()}, name, kept_query(view.query)};
  act.tx.execute(
      "insert into saved_views (id, account_id, list, name, name_key, query, saved_at) values (:id, :account, :list, "
      ":name, :key, :query, :now)",
      {{"id", saved.id},
       {"account", account},
       {"list", view.list},
       {"name", name},
       {"key", key},
       {"query", saved.query},
       {"now", act.now}});
  return saved;
}

void remove(platform::Act& act, identity::AccountId account, ViewId id) {
  act.tx.execute("delete from saved_views where id = :id and account_id = :account",
                 {{"id", id}, {"account", account}});
}

}  // namespace views
