#include "desks/motor/desk.hpp"

#include "desks/motor/file/document_access.hpp"
#include "desks/motor/file/file_history.hpp"

namespace motor {
namespace {

web::html::Url url(std::int64_t id, const identity::Actor&) {
  return web::html::Url::path("/reparateurs/dossiers/{}", id);
}

}  // namespace

std::vector<visit::Route> routes() { return {}; }

std::vector<visit::NavItem> nav() { return {}; }

void register_delays(deadlines::Handlers&) {}

visit::DocumentRule document_rule() { return {file_kind_name, file::may_see_document}; }

visit::FileKind file_kind() { return {.kind = file_kind_name, .url = url, .may_read = file::may_read_message}; }

std::vector<std::pair<std::string_view, std::string>> words() {
  auto rows = file::fact_words();
  for (const auto& [code, french] : {std::pair{"motor.attachment.requested", "Rattachement demandé"},
                                     std::pair{"motor.attachment.confirmed", "Rattachement confirmé"},
                                     std::pair{"motor.attachment.refused", "Rattachement refusé"}})
    rows.emplace_back(code, french);
  return rows;
}

}  // namespace motor
