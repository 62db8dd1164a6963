#include "desks/motor/news/news.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "floor/identity/organisations.hpp"
#include "floor/messages/grouping.hpp"

namespace motor::news {
namespace {

using document::Kind;
using messages::NewsChoice;

// How the floor names each kind among its choices.
std::string_view topic_of(Kind kind) {
  if (kind == Kind::payment_agreement) return "motor.payment_agreement";
  return kind == Kind::report ? "motor.report" : "motor.provisional_report";
}

}  // namespace

Way way_of(db::Transaction& tx, identity::AccountId account, Kind kind) {
  const auto choice = messages::own_choice(tx, account, topic_of(kind)).value_or(NewsChoice::portal);
  return choice == NewsChoice::portal ? Way::portal : Way::mail;
}

std::array<Way, kinds.size()> ways_of(db::Transaction& tx, identity::AccountId account) {
  std::array<Way, kinds.size()> ways{};
  for (std::size_t i = 0; i < kinds.size(); ++i) ways.at(i) = way_of(tx, account, kinds.at(i));
  return ways;
}

void choose(platform::Act& act, identity::AccountId account, Kind kind, Way way) {
  messages::choose(act, account, topic_of(kind), way == Way::mail ? NewsChoice::mail : NewsChoice::portal);
}

void mail_those_who_asked(platform::Act& act, const file::File& file, const document::Paper& posted) {
  if (!file.repairer || std::find(kinds.begin(), kinds.end(), posted.kind) == kinds.end()) return;
  const std::string kind(document::title(posted.kind));
  const std::string what = kind + " : dossier " + file.reference + ", " + file.vehicle_name() +
                           (file.vehicle.plate.empty() ? "" : ", " + file.vehicle.plate) + ".";
  for (const auto& member : identity::members(act.tx, file.repairer)) {
    if (way_of(act.tx, member.account, posted.kind) == Way::portal) continue;
    messages::inform(act, {.to = {file.repairer, member.account, member.email.text()},
                           .topic = topic_of(posted.kind),
                           .subject = base::squeeze(kind + " · dossier " + file.reference),
                           .notice = {},
                           .mail = base::squeeze(what) + "\n\nLe cabinet " + file.cabinet_code + " a posté " +
                                   posted.name + ".\n\n" + std::string(messages::site_placeholder) +
                                   "/reparateurs/dossiers/" + std::to_string(file.id.value),
                           .file = file_of(file.id)});
  }
}

}  // namespace motor::news
