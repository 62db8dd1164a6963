#include "desks/motor/rates/rates_actions.hpp"

#include <algorithm>
#include <set>

#include "base/french.hpp"
#include "base/text.hpp"
#include "desks/motor/attachment/attachment.hpp"
#include "desks/motor/rates/rates_rules.hpp"
#include "desks/motor/rates/rates_store.hpp"
#include "floor/audit/audit.hpp"
#include "floor/messages/messages.hpp"

namespace motor::rates {
namespace {

using attachment::State;
constexpr std::size_t longest_make = 40;  // characters

bool has_place(db::Transaction& tx, identity::OrganisationId repairer, identity::EstablishmentId place) {
  const auto places = identity::establishments_of(tx, repairer);
  return std::any_of(places.begin(), places.end(), [&](const auto& own) { return own.id == place; });
}

bool concerns(const Version& version, const attachment::Attachment& attachment) {
  const auto& place = version.reach.establishment;
  return attachment.state == State::confirmed && attachment.repairer == version.repairer &&
         (!place || place == attachment.establishment);
}

void tell(platform::Act& act, const Version& version, identity::OrganisationId cabinet, const std::string& repairer) {
  messages::enqueue(act, {.channel = messages::Channel::notice,
                          .to = {.organisation = cabinet},
                          .subject = "Nouveaux tarifs de " + base::squeeze(repairer),
                          .body = repairer + " a envoyé ses tarifs, applicables au " +
                                  base::french::day_medium(version.reach.effective_on) +
                                  ". Ils vous attendent dans « Tarifs reçus »."});
}

}  // namespace

void follow_attachments(db::Transaction& tx, identity::OrganisationId repairer, identity::OrganisationId cabinet) {
  const auto attachments = attachment::of_repairer(tx, repairer);
  for (const Version& version : of_repairer(tx, repairer)) {
    const bool attached = std::any_of(attachments.begin(), attachments.end(), [&](const auto& one) {
      return one.cabinet == cabinet && concerns(version, one);
    });
    auto receipt = receipt_of(tx, version.id, cabinet);
    if (!receipt && !attached) continue;
    if (!receipt) receipt = Receipt{.cabinet = cabinet};
    receipt->attached = attached;
    save(tx, version.id, *receipt);
  }
}

base::Outcome<VersionId> send(platform::Act& act, const identity::Actor& repairer, const Reach& reach,
                              std::vector<Line> lines) {
  Version version{.id = {},
                  .repairer = repairer.organisation,
                  .reach = reach,
                  .sent_at = act.now,
                  .sent_by = repairer.account,
                  .lines = std::move(lines)};
  version.reach.make = base::squeeze(reach.make);
  if (base::count_code_points(version.reach.make) > longest_make) return base::Refusal{make_too_long, "make"};
  if (reach.establishment && !has_place(act.tx, repairer.organisation, reach.establishment))
    return base::Refusal{unknown_place, "establishment"};
  version.id = VersionId{act.ids.next()};
  insert(act.tx, version);
  audit::record(act, {"motor.rates.sent",
                      {},
                      {{"version", std::to_string(version.id.value)}, {"effective_on", reach.effective_on.iso()}}});
  std::set<identity::OrganisationId> readers;
  for (const auto& attachment : attachment::of_repairer(act.tx, version.repairer))
    if (concerns(version, attachment)) readers.insert(attachment.cabinet);
  for (const auto cabinet : readers) {
    save(act.tx, version.id, {.cabinet = cabinet});
    tell(act, version, cabinet, repairer.organisation_name);
  }
  return version.id;
}

base::Outcome<base::Done> acknowledge(platform::Act& act, const identity::Actor& cabinet, VersionId id) {
  auto receipt = receipt_of(act.tx, id, cabinet.organisation);
  if (!receipt || !receipt->attached) return unknown_version;
  if (receipt->acknowledged_at) return base::Done{};
  receipt->acknowledged_at = act.now;
  receipt->acknowledged_by = cabinet.account;
  save(act.tx, id, *receipt);
  const auto version = find(act.tx, id);
  audit::record(act, {"motor.rates.acknowledged", {}, {{"version", std::to_string(id.value)}}});
  messages::enqueue(act, {.channel = messages::Channel::notice,
                          .to = {.organisation = version->repairer},
                          .subject = "Tarifs reçus par " + base::squeeze(cabinet.organisation_name),
                          .body = cabinet.organisation_name + " a pris connaissance de vos tarifs applicables au " +
                                  base::french::day_medium(version->reach.effective_on) + "."});
  return base::Done{};
}

std::optional<Version> find(db::Transaction& tx, VersionId id, const identity::Actor& actor) {
  auto version = find(tx, id);
  if (!version || version->repairer == actor.organisation) return version;
  const auto receipt = receipt_of(tx, id, actor.organisation);
  if (!receipt || !receipt->attached) return std::nullopt;
  return version;
}

std::optional<Version> in_force_for(db::Transaction& tx, identity::OrganisationId repairer, std::string_view make,
                                    identity::EstablishmentId establishment, base::Day on) {
  const auto versions = of_repairer(tx, repairer);
  const Version* found = in_force(versions, {std::string(make), establishment, on});
  return found == nullptr ? std::nullopt : find(tx, found->id);
}

}  // namespace motor::rates
