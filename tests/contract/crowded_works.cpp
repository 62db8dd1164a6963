#include <gtest/gtest.h>

#include <algorithm>

#include "contract/crowded_pages.hpp"
#include "desks/works/admission/application.hpp"
#include "desks/works/closure/closure_actions.hpp"
#include "desks/works/lot/lot.hpp"
#include "desks/works/mandate/mandate_actions.hpp"
#include "desks/works/task/task.hpp"
#include "desks/works/tradesman/tradesman.hpp"
#include "floor/documents/documents.hpp"
#include "floor/messages/messages.hpp"
#include "support/files.hpp"
#include "support/works_scene.hpp"

namespace contract {
namespace {

namespace scene = support::scene;
using identity::OrganisationKind;
using support::House;
using support::Person;

std::string text(auto id) { return std::to_string(id.value); }

Person broker_of(House& house, const Person& reader) {
  return reader.actor.is(OrganisationKind::broker) ? reader : scene::new_broker(house);
}

works::MandateId ask_and_be_refused(House& house, const Person& broker, works::ClaimId claim, const Person& firm) {
  const auto mandate = scene::ask(house, broker, claim, firm);
  const auto refused = house.platform().act(platform::Author::of(firm.actor), [&](platform::Act& act) {
    return works::mandate::answer(act, mandate, firm.actor.organisation,
                                  {works::mandate::Choice::refuse, "Complet", "space"});
  });
  EXPECT_TRUE(refused.ok());
  house.settle();
  return mandate;
}

works::MandateId finished_job(House& house, const Person& broker, const Person& firm) {
  const auto claim = scene::declare(house, broker);
  const auto mandate = scene::ask(house, broker, claim, firm);
  scene::accept(house, firm, mandate);
  scene::validate_quote(house, broker, scene::upload_quote(house, firm, mandate));
  scene::close_job(house, firm, mandate);
  EXPECT_TRUE(
      works::closure::close_file(house.platform(), broker.actor, claim, base::paris::day_of(house.clock().now())).ok());
  house.settle();
  return mandate;
}

// Claims at the steps that differ most: declared, asked, quoted, finished.
void claims(House& house, const Person& reader, int lines) {
  const Person broker = broker_of(house, reader);
  for (int i = 0; i < lines; ++i) {
    if (i % 4 == 3) {
      finished_job(house, broker, scene::new_firm(house));
      continue;
    }
    const auto claim = scene::declare(house, broker);
    if (i % 4 == 0) continue;
    const Person firm = scene::new_firm(house);
    const auto mandate = scene::ask(house, broker, claim, firm);
    if (i % 4 == 1) continue;
    scene::accept(house, firm, mandate);
    scene::upload_quote(house, firm, mandate);
  }
}

std::string claim_list(House& house, const Person& reader, int lines) {
  claims(house, reader, lines);
  return "/travaux";
}
std::string claim_table(House& house, const Person& reader, int lines) {
  claims(house, reader, lines);
  return "/travaux/export.csv";
}
std::string claims_found(House& house, const Person& reader, int lines) {
  claims(house, reader, lines);
  return "/recherche?q=Vernoult";
}

std::string claim_refused(House& house, const Person& reader, int lines) {
  const Person broker = broker_of(house, reader);
  const auto claim = scene::declare(house, broker);
  for (int i = 0; i < lines; ++i) ask_and_be_refused(house, broker, claim, scene::new_firm(house));
  return "/travaux/dossiers/" + text(claim);
}

std::string claim_quoted_again(House& house, const Person& reader, int lines) {
  const Person broker = broker_of(house, reader);
  const Person firm = scene::new_firm(house);
  const auto claim = scene::declare(house, broker);
  const auto mandate = scene::ask(house, broker, claim, firm);
  scene::accept(house, firm, mandate);
  for (int i = 0; i < lines; ++i) scene::upload_quote(house, firm, mandate, base::Money::euros(1000 + i));
  return "/travaux/dossiers/" + text(claim);
}

// As many lots as a claim may have, each with a quote on the broker's screen.
std::string claim_of_lots(House& house, const Person& reader, int lines) {
  constexpr const char* trades[] = {"plomberie", "peinture", "electricite", "carrelage", "charpente",
                                    "chauffage", "facade",   "isolation",   "etancheite"};
  const Person broker = broker_of(house, reader);
  auto form = scene::claim_form();
  form.trades.clear();
  const int lots = std::min(lines, static_cast<int>(std::size(trades)));
  for (int i = 0; i < lots; ++i) form.trades.push_back({trades[i], i + 1});
  const auto claim = scene::declare(house, broker, form);
  for (const auto& lot : house.database().read([&](db::Transaction& tx) { return works::lot::of_claim(tx, claim); })) {
    const Person firm = scene::new_firm(house, {trades[lot.position - 1]});
    const auto mandate = works::mandate::ask(house.platform(), broker.actor, lot.id, firm.actor.organisation).value();
    house.settle();
    scene::accept(house, firm, mandate);
    scene::upload_quote(house, firm, mandate);
  }
  return "/travaux/dossiers/" + text(claim);
}

works::ClaimId declared_with_photos(House& house, const Person& broker, int lines) {
  const auto& documents = house.platform().documents;
  const auto declaration = works::claim::check(scene::claim_form(), base::paris::day_of(house.clock().now())).value();
  const auto file = support::uploaded("attachments", "photo.jpg", support::sample_jpeg(), documents.root());
  const auto photo =
      house.platform().documents.prepare(broker.actor.organisation, file, documents::Accept::image).value();
  const std::vector<documents::Prepared> photos(static_cast<std::size_t>(lines), photo);
  return works::claim::declare(house.platform(), broker.actor, declaration, photos).value();
}
std::string claim_in_photos(House& house, const Person& reader, int lines) {
  return "/travaux/dossiers/" + text(declared_with_photos(house, broker_of(house, reader), lines));
}
std::string job_in_photos(House& house, const Person& reader, int lines) {
  const Person firm = scene::as_firm(house, reader);
  const Person broker = scene::new_broker(house);
  const auto mandate = scene::ask(house, broker, declared_with_photos(house, broker, lines), firm);
  scene::accept(house, firm, mandate);
  return "/chantiers/" + text(mandate);
}
std::string link_in_photos(House& house, const Person& reader, int lines) {
  const Person firm = scene::as_firm(house, reader);
  const Person broker = scene::new_broker(house);
  scene::ask(house, broker, declared_with_photos(house, broker, lines), firm);
  return scene::link_in_last_sms(house, firm);
}

std::string firms_to_choose(House& house, const Person& reader, int lines) {
  const Person broker = broker_of(house, reader);
  const auto claim = scene::declare(house, broker);
  for (int i = 0; i < lines; ++i) {
    ask_and_be_refused(house, broker, claim, scene::new_firm(house));
    scene::new_firm(house);
  }
  return "/travaux/lots/" + text(scene::first_lot(house, claim)) + "/entreprises";
}

std::string bonuses(House& house, const Person& reader, int lines) {
  for (int i = 0; i < lines; ++i) finished_job(house, reader, scene::new_firm(house));
  return "/travaux/primes";
}
std::string commissions(House& house, const Person& reader, int lines) {
  const Person firm = scene::as_firm(house, reader);
  for (int i = 0; i < lines; ++i) finished_job(house, scene::new_broker(house), firm);
  return "/chantiers/commissions";
}

// Requests that wait, jobs he holds, and what he refused.
void jobs(House& house, const Person& reader, int lines) {
  const Person firm = scene::as_firm(house, reader);
  for (int i = 0; i < lines; ++i) {
    const Person broker = scene::new_broker(house);
    scene::ask(house, broker, scene::declare(house, broker), firm);
    scene::accept(house, firm, scene::ask(house, broker, scene::declare(house, broker), firm));
    ask_and_be_refused(house, broker, scene::declare(house, broker), firm);
  }
}
std::string job_list(House& house, const Person& reader, int lines) {
  jobs(house, reader, lines);
  return "/chantiers";
}
std::string jobs_ended(House& house, const Person& reader, int lines) {
  jobs(house, reader, lines);
  return "/chantiers?vue=termines";
}
std::string jobs_found(House& house, const Person& reader, int lines) {
  jobs(house, reader, lines);
  return "/recherche?q=plomberie";
}
std::string messages_of_jobs(House& house, const Person& reader, int lines) {
  jobs(house, reader, lines);
  return "/messages";
}
std::string notices_of_jobs(House& house, const Person& reader, int lines) {
  const Person firm = scene::as_firm(house, reader);
  for (int i = 0; i < lines; ++i) {
    const Person broker = scene::new_broker(house);
    const auto claim = scene::declare(house, broker);
    scene::ask(house, broker, claim, firm);
    house.platform().act({}, [&](platform::Act& act) {
      messages::enqueue(act, {.channel = messages::Channel::notice,
                              .to = {.organisation = firm.actor.organisation},
                              .subject = "Échéance reportée",
                              .body = "Vous avez un jour de plus.",
                              .file = works::file_of(claim)});
    });
  }
  return "/notifications";
}
std::string notices_of_claims(House& house, const Person& reader, int lines) {
  for (int i = 0; i < lines; ++i) finished_job(house, reader, scene::new_firm(house));
  return "/notifications";
}
std::string job_quoted_again(House& house, const Person& reader, int lines) {
  const Person firm = scene::as_firm(house, reader);
  const Person broker = scene::new_broker(house);
  const auto mandate = scene::ask(house, broker, scene::declare(house, broker), firm);
  scene::accept(house, firm, mandate);
  for (int i = 0; i < lines; ++i) scene::upload_quote(house, firm, mandate, base::Money::euros(1000 + i));
  return "/chantiers/" + text(mandate);
}

std::string settings_of_firm(House& house, const Person& reader, int lines) {
  const Person firm = scene::as_firm(house, reader);
  for (int i = 0; i < lines; ++i)
    house.platform().act({}, [&](platform::Act& act) {
      const auto today = base::paris::day_of(act.now);
      works::tradesman::add_absence(act, firm.actor.organisation, today + 10 * i, today + 10 * i + 2);
    });
  return "/chantiers/reglages";
}

std::string tasks(House& house, const Person&, int lines) {
  for (int i = 0; i < lines; ++i) {
    const Person broker = scene::new_broker(house);
    const Person firm = scene::new_firm(house);
    const auto claim = scene::declare(house, broker);
    const auto mandate = scene::ask(house, broker, claim, firm);
    house.platform().act({}, [&](platform::Act& act) {
      works::task::open(act, {.kind = works::task::Kind::job_never_closed,
                              .claim = claim,
                              .organisation = firm.actor.organisation,
                              .subject = mandate.value});
    });
  }
  return "/administration/taches";
}

std::string tasks_done(House& house, const Person& reader, int lines) {
  tasks(house, reader, lines);
  house.platform().act(platform::Author::of(reader.actor), [&](platform::Act& act) {
    for (const auto& task : works::task::open_tasks(act.tx, {}, 1000))
      works::task::settle(act, task.kind, task.subject, "L’entreprise a clos son chantier.");
  });
  return "/administration/taches?vue=terminees";
}

void apply(House& house, const Person& person, int papers) {
  const auto organisation = person.actor.organisation;
  house.platform().act({}, [&](platform::Act& act) {
    works::admission::insert(act.tx,
                             {.organisation = organisation,
                              .role = works::admission::Role::tradesman,
                              .state = works::admission::State::submitted,
                              .orias = {},
                              .submitted = act.now,
                              .waiting_since = act.now,
                              .decided = {}},
                             {"plomberie"});
  });
  const documents::Prepared file{.sha256 = std::string(64, 'b'),
                                 .type = documents::MediaType::pdf,
                                 .size = 1,
                                 .filename = "piece.pdf",
                                 .has_thumbnail = false};
  std::vector<works::admission::PaperKind> kinds;
  for (const auto kind : works::admission::paper_kinds)
    if (kind != works::admission::PaperKind::orias) kinds.push_back(kind);  // a broker's
  for (int sent = 0; sent < papers; ++sent) {  // the last kind several times: qualifications
    const auto kind = kinds[std::min(static_cast<std::size_t>(sent), kinds.size() - 1)];
    house.platform().act({}, [&](platform::Act& act) {
      EXPECT_TRUE(works::admission::upload(act, organisation, {kind, file, "Qualibat"}).ok()) << to_text(kind);
    });
  }
}
Person new_applicant(House& house) { return support::new_person(house.platform(), {OrganisationKind::tradesman}); }
std::string applications(House& house, const Person&, int lines) {
  for (int i = 0; i < lines; ++i) apply(house, new_applicant(house), 3);
  return "/administration/inscriptions";
}
std::string application_in_papers(House& house, const Person&, int lines) {
  const Person applicant = new_applicant(house);
  apply(house, applicant, lines);
  return "/administration/inscriptions/" + text(applicant.actor.organisation);
}
std::string partnership(House& house, const Person& reader, int lines) {
  apply(house, reader, lines);
  return "/partenariat";
}

// What firms owe in each of them.
std::string claims_calendar(House& house, const Person& reader, int lines) {
  for (int i = 0; i < lines; ++i) scene::ask(house, reader, scene::declare(house, reader), scene::new_firm(house));
  return "/echeances.ics";
}

}  // namespace

std::span<const CrowdedPage> crowded_works_pages() {
  using enum OrganisationKind;
  static constexpr CrowdedPage pages[] = {
      {"travaux", broker, claim_list},
      {"travaux", administrator, claim_list},
      {"travaux/export.csv", broker, claim_table},
      {"echeances.ics of claims", broker, claims_calendar},
      {"recherche of claims", broker, claims_found},
      {"recherche of claims", administrator, claims_found},
      {"travaux/dossiers/{} with refusals", broker, claim_refused},
      {"travaux/dossiers/{} with refusals", administrator, claim_refused},
      {"travaux/dossiers/{} with quotes", broker, claim_quoted_again},
      {"travaux/dossiers/{} with lots", broker, claim_of_lots},
      {"travaux/dossiers/{} with photos", broker, claim_in_photos},
      {"travaux/lots/{}/entreprises", broker, firms_to_choose},
      {"travaux/lots/{}/entreprises", administrator, firms_to_choose},
      {"travaux/primes", broker, bonuses},
      {"notifications of claims", broker, notices_of_claims},
      {"chantiers", tradesman, job_list},
      {"chantiers ended", tradesman, jobs_ended},
      {"recherche of jobs", tradesman, jobs_found},
      {"chantiers/commissions", tradesman, commissions},
      {"chantiers/{} with quotes", tradesman, job_quoted_again},
      {"chantiers/{} with photos", tradesman, job_in_photos},
      {"m/{} with photos", tradesman, link_in_photos},
      {"chantiers/reglages", tradesman, settings_of_firm},
      {"messages of jobs", tradesman, messages_of_jobs},
      {"notifications of jobs", tradesman, notices_of_jobs},
      {"partenariat", tradesman, partnership},
      {"administration/taches", administrator, tasks},
      {"administration/taches done", administrator, tasks_done},
      {"administration/inscriptions", administrator, applications},
      {"administration/inscriptions/{}", administrator, application_in_papers},
  };
  return pages;
}

}  // namespace contract
