#include "desks/works/mandate/departure.hpp"

#include "base/text.hpp"
#include "desks/works/admission/application.hpp"
#include "desks/works/claim/claim.hpp"
#include "desks/works/letters/post.hpp"
#include "desks/works/mandate/mandate_rules.hpp"
#include "desks/works/mandate/mandate_steps.hpp"
#include "desks/works/tradesman/tradesman.hpp"
#include "floor/audit/audit.hpp"
#include "floor/identity/organisations.hpp"
#include "floor/messages/grouping.hpp"

namespace works::mandate {
namespace {

constexpr int every_mandate = 10'000;

std::vector<Mandate> jobs_of(db::Transaction& tx, identity::OrganisationId firm) {
  auto held = of_tradesman(tx, firm, true, {}, every_mandate);
  std::erase_if(held, [](const Mandate& mandate) { return mandate.state == State::asked; });
  return held;
}

void tell_broker(platform::Act& act, const Mandate& mandate, Stop why) {
  const auto about = subject_of(act, mandate);
  const auto& claim = about.claim;
  const auto to = letters::contact_of_broker(act.tx, claim);
  const std::string text = identity::organisation_name(act.tx, mandate.tradesman) +
                           (why == Stop::left ? " a quitté le réseau" : " n’est plus active dans le réseau") +
                           " ; elle tient encore le chantier " + letters::job_line(about.view(mandate)) + ".";
  const std::string next =
      "Voyez avec elle si elle le finit. Sinon, retirez-le-lui : tout est déjà rempli pour en "
      "choisir une autre.";
  messages::inform(act,
                   {.to = {to.organisation, to.account, to.mail.value_or("")},
                    .topic = "works.alert",
                    .subject = base::squeeze((why == Stop::left ? "Entreprise partie : " : "Entreprise désactivée : ") +
                                             letters::reference_line(about.view(mandate))),
                    .notice = text + " " + next,
                    .mail = text + "\n\n" + next + "\n\nDossier " + claim.reference + ", " + claim.insured.name + ".",
                    .file = file_of(claim.id)});
}

}  // namespace

void note_firm_stopped(platform::Act& act, identity::OrganisationId firm, Stop why) {
  for (const auto& mandate : jobs_of(act.tx, firm)) {
    audit::record(act, {why == Stop::left ? "works.job.firm_left" : "works.job.firm_deactivated",
                        file_of(mandate.claim),
                        {{"mandate", std::to_string(mandate.id.value)}, {"firm", std::to_string(firm.value)}}});
    tell_broker(act, mandate, why);
  }
}

void note_broker_left(platform::Act& act, identity::OrganisationId broker) {
  for (const auto& mandate : asked_among(act.tx, claim::open_of(act.tx, broker)))
    end(act, mandate, *transitions.next(mandate.state, Event::withdraw), "Le courtier a quitté le réseau.");
}

bool brings_warning(db::Transaction& tx, const Mandate& mandate, base::Instant now) {
  return mandate.answered_at && cancellation_is_late(*mandate.answered_at, now) &&
         !admission::has_left(tx, mandate.tradesman);
}

base::Outcome<int> give_back_jobs(platform::Platform& platform, const identity::Actor& tradesman) {
  return platform.act(platform::Author::of(tradesman), [&](platform::Act& act) -> base::Outcome<int> {
    if (!admission::has_left(act.tx, tradesman.organisation)) return not_left;
    int given = 0;
    for (const auto& mandate : jobs_of(act.tx, tradesman.organisation)) {
      const auto next = transitions.next(mandate.state, Event::cancel);
      if (!next) continue;
      tradesman::note_job_ended(act, mandate.tradesman, false);
      end(act, mandate, *next, "L’entreprise a quitté le réseau.");
      ++given;
    }
    return given;
  });
}

}  // namespace works::mandate
