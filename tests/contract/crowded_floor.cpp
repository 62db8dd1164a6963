#include <gtest/gtest.h>

#include "contract/crowded_pages.hpp"
#include "contract/route_fixtures.hpp"
#include "floor/audit/audit.hpp"
#include "floor/deadlines/deadlines.hpp"
#include "floor/documents/documents.hpp"
#include "floor/identity/sessions.hpp"
#include "floor/ledger/ledger.hpp"
#include "floor/members/invitation.hpp"
#include "floor/messages/messages.hpp"

namespace contract {
namespace {

using identity::OrganisationKind;
using support::House;
using support::Person;

template <class F>
void times(House& house, int lines, F make) {
  for (int i = 0; i < lines; ++i) house.platform().act({}, [&](platform::Act& act) { make(act); });
}

identity::OrganisationId somebody_else(House& house) {
  return support::new_organisation(house.platform(), {OrganisationKind::broker});
}

// A mail with a link and a file, and a notice, to the organisation.
void write_to(platform::Act& act, identity::OrganisationId organisation) {
  const platform::FileRef file{"test.file", act.ids.next()};
  const auto link = links::issue(act, {.purpose = "test.answer",
                                       .file = file,
                                       .subject_id = file.id,
                                       .recipient = organisation,
                                       .channel = links::Channel::mail});
  const documents::Prepared prepared{.sha256 = std::string(64, 'c'),
                                     .type = documents::MediaType::pdf,
                                     .size = 1,
                                     .filename = "devis.pdf",
                                     .has_thumbnail = false};
  const auto document = documents::attach(act, prepared, {.owner = organisation, .file = file, .kind = "quote"});
  messages::enqueue(act, {.channel = messages::Channel::mail,
                          .to = {.organisation = organisation, .address = "quelquun@exemple.fr"},
                          .subject = "Un devis",
                          .body = "À lire : {lien}",
                          .link = link,
                          .file = file,
                          .attachments = {document.value}});
  messages::enqueue(act, {.channel = messages::Channel::notice,
                          .to = {.organisation = organisation},
                          .subject = "Un devis est arrivé",
                          .body = "Il vous attend.",
                          .file = file});
}

void own_messages(House& house, const Person& reader, int lines) {
  times(house, lines, [&](platform::Act& act) { write_to(act, reader.actor.organisation); });
}
void everybodys_messages(House& house, int lines) {
  for (int i = 0; i < lines; ++i) {
    const auto organisation = somebody_else(house);
    times(house, 1, [&](platform::Act& act) { write_to(act, organisation); });
  }
}

deadlines::DeadlineId start_delay(platform::Act& act, identity::OrganisationId owner) {
  return deadlines::start(act, {.file = {"test.file", act.ids.next()},
                                .subject_kind = "test.job",
                                .subject_id = act.ids.next(),
                                .rule = "test.answer",
                                .start_event = "test.asked",
                                .start = act.now,
                                .due = act.now + base::hours{48},
                                .owner = owner});
}

ledger::EntryId book(platform::Act& act, const std::vector<identity::OrganisationId>& payers) {
  ledger::NewEntry entry{
      .kind = "test.entry", .subject_kind = "test.subject", .subject_id = act.ids.next(), .lines = {}};
  for (const auto payer : payers)
    entry.lines.push_back({.account = ledger::AccountKind::bank, .organisation = payer, .debit = {100}});
  entry.lines.push_back(
      {.account = ledger::AccountKind::commission_revenue, .credit = {100 * static_cast<std::int64_t>(payers.size())}});
  return ledger::post(act, entry);
}

std::string messages_page(House& house, const Person& reader, int lines) {
  own_messages(house, reader, lines);
  return "/messages";
}
std::string notices_page(House& house, const Person& reader, int lines) {
  own_messages(house, reader, lines);
  return "/notifications";
}
std::string outbox(House& house, const Person&, int lines) {
  everybodys_messages(house, lines);
  return "/administration/messages";
}
std::string demo_outbox(House& house, const Person&, int lines) {
  everybodys_messages(house, lines);
  return "/demo/messages";
}
std::string calendar(House& house, const Person& reader, int lines) {
  times(house, lines, [&](platform::Act& act) { start_delay(act, reader.actor.organisation); });
  return "/echeances.ics";
}
std::string delays(House& house, const Person&, int lines) {
  for (int i = 0; i < lines; ++i) {
    const auto owner = somebody_else(house);
    times(house, 1, [&](platform::Act& act) { start_delay(act, owner); });
  }
  return "/administration/echeances";
}
std::string ended_delays(House& house, const Person& reader, int lines) {
  const std::string list = delays(house, reader, lines);
  times(house, 1, [&](platform::Act& act) {
    for (const auto& delay : deadlines::pending_page(act.tx, {0}, {}, lines).deadlines)
      deadlines::cancel_all(act, delay.subject_kind, delay.subject_id);
  });
  return list + "?etat=annulees";
}
std::string entries(House& house, const Person&, int lines) {
  for (int i = 0; i < lines; ++i) {
    const auto payer = somebody_else(house);
    times(house, 1, [&](platform::Act& act) { book(act, {payer}); });
  }
  return "/administration/ecritures";
}
std::string an_entry_of(House& house, const Person&, int lines) {
  std::vector<identity::OrganisationId> payers;
  for (int i = 0; i < lines; ++i) payers.push_back(somebody_else(house));
  const auto id = house.platform().act({}, [&](platform::Act& act) { return book(act, payers); });
  return "/administration/ecritures/" + std::to_string(id.value);
}
std::string journal(House& house, const Person&, int lines) {
  for (int i = 0; i < lines; ++i) {
    const Person author = support::new_person(house.platform(), {OrganisationKind::broker});
    house.platform().act(platform::Author::of(author.actor),
                         [&](platform::Act& act) { audit::record(act, {"clock.confirmed"}); });
  }
  return "/administration/journal";
}
std::string accounts(House& house, const Person&, int lines) {
  for (int i = 0; i < lines; ++i) support::new_person(house.platform(), {OrganisationKind::broker});
  return "/administration/comptes";
}
std::string found_accounts(House& house, const Person& reader, int lines) {
  accounts(house, reader, lines);
  return "/recherche?q=Fontaine";
}
std::string found_organisations(House& house, const Person&, int lines) {
  for (int i = 0; i < lines; ++i)
    support::new_organisation(house.platform(), {OrganisationKind::broker}, "Cabinet Rouvreuil");
  return "/recherche?q=Rouvreuil";
}

// Somebody who works for several organisations and is signed in on as many devices.
void work_everywhere(House& house, const Person& person, int lines) {
  for (int i = 0; i < lines; ++i) {
    const auto organisation = somebody_else(house);
    house.platform().act({}, [&](platform::Act& act) {
      EXPECT_TRUE(identity::add_member(act, organisation, person.actor.account, identity::Role::member).ok());
      identity::open_session(act, house.platform().random, house.platform().settings.sessions, person.actor.account,
                             organisation, {"192.0.2.1", "Navigateur d'essai"});
    });
  }
}
std::string settings(House& house, const Person& reader, int lines) {
  work_everywhere(house, reader, lines);
  return "/parametres";
}
std::string an_account_of(House& house, const Person&, int lines) {
  const Person person = support::new_person(house.platform(), {OrganisationKind::broker});
  work_everywhere(house, person, lines);
  return "/administration/comptes/" + std::to_string(person.actor.account.value);
}
std::string an_organisation_of(House& house, const Person&, int lines) {
  const auto organisation = somebody_else(house);
  for (int i = 0; i < lines; ++i) support::new_member(house.platform(), organisation);
  return "/administration/organisations/" + std::to_string(organisation.value);
}

std::string members_of(House& house, const Person& reader, int lines) {
  for (int i = 0; i < lines; ++i) {
    support::new_member(house.platform(), reader.actor.organisation);
    house.platform().act(platform::Author::of(reader.actor), [&](platform::Act& act) {
      const std::string email = "invite" + std::to_string(act.ids.next()) + "@exemple.fr";
      return members::invite(act, reader.actor.organisation, {email, "Lou Martin", identity::Role::member}).ok();
    });
  }
  return "/parametres/membres";
}

}  // namespace

std::span<const CrowdedPage> crowded_floor_pages() {
  using enum OrganisationKind;
  static constexpr CrowdedPage pages[] = {
      {"messages", broker, messages_page},
      {"messages", insurer, messages_page},
      {"messages", insured_company, messages_page},
      {"notifications", broker, notices_page},
      {"notifications", insurer, notices_page},
      {"demo/messages", administrator, demo_outbox},
      {"echeances.ics", broker, calendar},
      {"parametres", broker, settings},
      {"parametres/membres", broker, members_of},
      {"administration/messages", administrator, outbox},
      {"administration/echeances", administrator, delays},
      {"administration/echeances?etat", administrator, ended_delays},
      {"administration/ecritures", administrator, entries},
      {"administration/ecritures/{}", administrator, an_entry_of},
      {"administration/journal", administrator, journal},
      {"administration/comptes", administrator, accounts},
      {"administration/comptes/{}", administrator, an_account_of},
      {"administration/organisations/{}", administrator, an_organisation_of},
      {"recherche of accounts", administrator, found_accounts},
      {"recherche of organisations", administrator, found_organisations},
  };
  return pages;
}

}  // namespace contract
