#include "contract/route_fixtures.hpp"
#include "floor/deadlines/deadlines.hpp"
#include "floor/documents/documents.hpp"
#include "floor/gateways/report_address.hpp"
#include "floor/ledger/ledger.hpp"
#include "floor/messages/sending.hpp"

namespace contract {
namespace {

std::vector<std::string> an_asset(support::House&, const support::Person&) { return {"app.css"}; }

std::vector<std::string> an_account(support::House& house, const support::Person&) {
  const auto person = support::new_person(house.platform(), {identity::OrganisationKind::broker});
  return {std::to_string(person.actor.account.value)};
}

std::vector<std::string> an_organisation(support::House& house, const support::Person&) {
  return {std::to_string(support::new_organisation(house.platform(), {identity::OrganisationKind::broker}).value)};
}

template <class F>
std::vector<std::string> id_of(support::House& house, F make) {
  return {std::to_string(house.platform().act({}, make).value)};
}

std::vector<std::string> an_sms(support::House& house, const support::Person& owner) {
  return id_of(house, [&](platform::Act& act) {
    return messages::enqueue(act, {.channel = messages::Channel::sms,
                                   .to = {.organisation = owner.actor.organisation, .address = "+33612345678"},
                                   .body = "Devis attendu."});
  });
}

std::vector<std::string> a_dead_letter(support::House& house, const support::Person& owner) {
  auto id = an_sms(house, owner);
  messages::NoGateway none;
  messages::send_queued(house.platform(), none, {});
  return id;
}

std::vector<std::string> a_text(support::House&, const support::Person&) { return {"works.request"}; }

std::vector<std::string> a_report(support::House& house, const support::Person& owner) {
  const messages::MessageId id{visit::id_from_text(an_sms(house, owner).front())};
  const std::string path = gateways::report_path(id, house.platform().settings.server_key);
  return {path.substr(path.rfind('/') + 1)};
}

std::vector<std::string> a_delay(support::House& house, const support::Person& owner) {
  return id_of(house, [&](platform::Act& act) {
    return deadlines::start(act, {.file = {"test.file", 12},
                                  .subject_kind = "test.job",
                                  .subject_id = act.ids.next(),
                                  .rule = "test.answer",
                                  .start_event = "test.asked",
                                  .start = act.now,
                                  .due = act.now + base::hours{48},
                                  .owner = owner.actor.organisation});
  });
}

std::vector<std::string> a_photo(support::House& house, const support::Person& owner) {
  const documents::Prepared prepared{.sha256 = std::string(64, 'a'),
                                     .type = documents::MediaType::jpeg,
                                     .size = 1,
                                     .filename = "photo.jpg",
                                     .has_thumbnail = true};
  return id_of(house, [&](platform::Act& act) {
    return documents::attach(act, prepared,
                             {.owner = owner.actor.organisation, .file = {"test.file", 12}, .kind = "photo"});
  });
}

std::vector<std::string> an_attachment(support::House& house, const support::Person& owner) {
  const auto photo = std::stoll(a_photo(house, owner).front());
  const auto mail = id_of(house, [&](platform::Act& act) {
    return messages::enqueue(act, {.channel = messages::Channel::mail,
                                   .to = {.organisation = owner.actor.organisation, .address = "contact@exemple.fr"},
                                   .subject = "Photographie",
                                   .body = "La voici.",
                                   .attachments = {photo}});
  });
  return {mail.front(), std::to_string(photo)};
}

std::vector<std::string> an_entry(support::House& house, const support::Person&) {
  return id_of(house, [](platform::Act& act) {
    return ledger::post(act, {.kind = "test.entry",
                              .subject_kind = "test.subject",
                              .subject_id = act.ids.next(),
                              .lines = {{.account = ledger::AccountKind::bank, .debit = {100}},
                                        {.account = ledger::AccountKind::commission_revenue, .credit = {100}}}});
  });
}

}  // namespace

std::span<const RouteFixture> floor_fixtures() {
  static constexpr RouteFixture rows[] = {
      {"/assets/{}", an_asset},
      {"/administration/comptes/{}", an_account},
      {"/administration/comptes/{}/suspension", an_account},
      {"/administration/comptes/{}/reactivation", an_account},
      {"/administration/comptes/{}/double-authentification", an_account},
      {"/administration/comptes/{}/double-authentification/remise-a-zero", an_account},
      {"/administration/organisations/{}", an_organisation},
      {"/documents/{}", a_photo},
      {"/documents/{}/vignette", a_photo},
      {"/messages/{}/pieces/{}", an_attachment},
      {"/administration/messages/{}/pieces/{}", an_attachment},
      {"/demo/messages/{}/pieces/{}", an_attachment},
      {"/administration/messages/{}/accuse", an_sms},
      {"/demo/messages/{}/accuse", an_sms},
      {"/administration/messages/{}/renvoi", a_dead_letter},
      {"/administration/messages/{}/abandon", a_dead_letter},
      {"/administration/sms/{}", a_text},
      {"/administration/sms/{}/apercu", a_text},
      {"/passerelles/sms/accuses/{}", a_report},
      {"/administration/echeances/{}", a_delay},
      {"/administration/echeances/{}/prolongation", a_delay},
      {"/administration/ecritures/{}", an_entry},
      {"/administration/ecritures/{}/contre-passation", an_entry},
  };
  return rows;
}

}  // namespace contract
