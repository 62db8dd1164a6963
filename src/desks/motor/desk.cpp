#include "desks/motor/desk.hpp"

#include "desks/motor/file/document_access.hpp"
#include "desks/motor/file/file_history.hpp"
#include "desks/motor/rates/routes.hpp"

namespace motor {
namespace {

web::html::Url url(std::int64_t id, const identity::Actor&) {
  return web::html::Url::path("/reparateurs/dossiers/{}", id);
}

}  // namespace

std::vector<visit::Route> routes() {
  std::vector<visit::Route> rows;
  for (const auto& row : rates::routes()) rows.push_back(row);
  return rows;
}

std::vector<visit::NavItem> nav() {
  std::vector<visit::NavItem> items;
  for (const auto& item : rates::nav()) items.push_back(item);
  return items;
}

void register_delays(deadlines::Handlers&) {}

visit::DocumentRule document_rule() { return {file_kind_name, file::may_see_document}; }

visit::FileKind file_kind() { return {.kind = file_kind_name, .url = url, .may_read = file::may_read_message}; }

std::vector<std::pair<std::string_view, std::string>> words() {
  auto rows = file::fact_words();
  for (const auto& [code, french] :
       {std::pair{"motor.attachment.requested", "Rattachement demandé"},
        std::pair{"motor.attachment.confirmed", "Rattachement confirmé"},
        std::pair{"motor.attachment.refused", "Rattachement refusé"}, std::pair{"motor.rates.sent", "Tarifs envoyés"},
        std::pair{"motor.rates.acknowledged", "Tarifs reçus par un cabinet"}})
    rows.emplace_back(code, french);
  return rows;
}

}  // namespace motor
