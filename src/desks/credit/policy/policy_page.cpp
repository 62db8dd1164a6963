// The page of a policy: issued, sent, signed, followed up.
#include "base/french.hpp"
#include "desks/credit/policy/onboarding.hpp"
#include "desks/credit/policy/policy_actions.hpp"
#include "desks/credit/policy/policy_pages.hpp"
#include "desks/credit/policy/policy_paper.hpp"
#include "desks/credit/policy/policy_view.hpp"
#include "desks/credit/policy/turnover.hpp"
#include "desks/credit/space_links.hpp"
#include "floor/deadlines/deadline_view.hpp"
#include "floor/documents/own_file.hpp"
#include "floor/visit/page.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"

namespace credit::policy {
namespace {

namespace ui = web::ui;
using base::Outcome;
using web::html::Markup;
using web::html::Url;

std::optional<PolicyView> load(visit::Visit& visit, ui::FormState state) {
  const PlacementId id{visit.id()};
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<PolicyView> {
    const auto placement = placement::find(tx, id, visit.actor());
    if (!placement) return std::nullopt;
    const auto accepted = offer::in_state(tx, id, offer::State::accepted);
    auto round = accepted ? offer::last_round_of(tx, accepted->id) : std::nullopt;
    const auto policy = latest_of(tx, id);
    auto onboarding = policy ? onboarding_of(tx, policy->id) : std::vector<OnboardingRow>{};
    std::vector<identity::AccountId> people;
    for (const auto& row : onboarding)
      if (row.done_by) people.push_back(row.done_by);
    TurnoverYear turnover;
    if (policy && policy->effect_on && round)
      turnover =
          turnover_year(round->quote, *policy->effect_on, declared_of(tx, policy->id), base::paris::day_of(visit.now));
    std::vector<NamedLimit> ended;  // told as long as nothing is signed
    if (accepted && (!policy || policy->state != State::signed_)) {
      ended = limits_of(tx, id, accepted->insurer, base::paris::day_of(visit.now));
      std::erase_if(ended, [](const NamedLimit& each) { return each.standing != NamedLimit::Standing::ended; });
    }
    std::vector<deadlines::Deadline> delays;
    if (!onboarding.empty()) delays = deadlines::of_file(tx, file_of(id));
    std::erase_if(delays, [](const auto& delay) { return !of_onboarding(delay); });
    const bool insured = visit.actor().is(identity::OrganisationKind::insured_company);
    const bool member = identity::at_least(visit.actor().role, identity::Role::member);
    const bool broker = visit.actor().is(identity::OrganisationKind::broker);
    return PolicyView{*placement,
                      accepted,
                      round ? std::optional(std::move(round->quote)) : std::nullopt,
                      policy,
                      policy ? latest_of(tx, policy->id) : std::nullopt,
                      std::move(onboarding),
                      acceptance::vigilance_of(tx, id).file,
                      identity::Names(tx, {}, std::move(people)),
                      visit.now,
                      visit::csrf_token(visit),
                      broker && member,
                      std::move(state),
                      std::move(turnover),
                      (broker || insured) && member,
                      insured,
                      std::move(ended),
                      std::move(delays)};
  });
}

ui::Badge badge_of(const Policy& policy) {
  const std::string text(label(policy.state));
  switch (policy.state) {
    case State::issued:
      return {text, ui::Tone::info, ui::Icon::file};
    case State::sent:
      return {text, ui::Tone::warn, ui::Icon::clock};
    case State::signed_:
      return {text, ui::Tone::good, ui::Icon::circle_check};
    case State::refused:
      break;
  }
  return {text, ui::Tone::mute, ui::Icon::x};
}

ui::PageHeader header_of(const PolicyView& view, const identity::Actor& reader) {
  const auto& placement = view.placement;
  ui::PageHeader header{
      .title = "Police",
      .reference = placement.reference,
      .lead = placement.company.name + (view.accepted ? " · " + view.accepted->insurer_name : std::string())};
  if (reader.is(identity::OrganisationKind::insured_company)) {
    header.crumbs = {{"Ma couverture", Url("/couverture")}};
    header.others = space_links(placement, SpacePage::policy);
  } else {
    header.crumbs = {{"Dossiers", Url("/credit")},
                     {placement.company.name, Url::path("/credit/dossiers/{}", placement.id)}};
  }
  if (view.policy) header.status = badge_of(*view.policy);
  if (view.accepted)
    header.others.push_back({.label = "Simuler un impayé",
                             .url = reader.is(identity::OrganisationKind::insured_company)
                                        ? Url::path("/couverture/{}/police/impaye", placement.id)
                                        : Url::path("/credit/offres/{}/impaye", view.accepted->id),
                             .icon = ui::Icon::chart});
  if (view.accepted && reader.is(identity::OrganisationKind::insured_company))
    header.others.push_back({.label = "Vérifier un prospect",
                             .url = Url::path("/couverture/{}/prospect", placement.id),
                             .icon = ui::Icon::search});
  if (view.policy && view.policy->state == State::sent && placement.next_due_at)
    header.awaiting = ui::Awaiting{.who = view.signature ? view.signature->name : placement.contact.name,
                                   .what = "signature",
                                   .due = deadlines::due_of(*placement.next_due_at, view.now)};
  return header;
}

Markup nothing_yet(const PolicyView& view) {
  if (view.policy || (view.accepted && view.may_act)) return {};
  ui::EmptyState state{.icon = ui::Icon::file,
                       .title = "Pas encore de police",
                       .text = "Elle s’établit une fois l’offre acceptée par l’entreprise."};
  if (view.may_act)
    state.action =
        ui::Action{.label = "Voir les offres", .url = Url::path("/credit/dossiers/{}/offres", view.placement.id)};
  return ui::empty_state(state);
}

Markup ended_list(const PolicyView& view) {
  constexpr std::size_t told = 10;
  std::vector<ui::Line> lines;
  for (const auto& limit : view.ended) {
    if (lines.size() == told) break;
    lines.push_back({ui::Value(limit.name), base::french::euros(limit.limit),
                     ui::Value("terminée le " + base::french::day_medium(*limit.valid_until))});
  }
  if (view.ended.size() > told)
    lines.push_back({ui::Value(
        base::french::plural(static_cast<std::int64_t>(view.ended.size() - told), "autre limite", "autres limites"))});
  return lines.empty() ? Markup() : ui::lines(lines, "");
}

// Of limits that are over, or may be (C9.stale_limits): before the policy is drawn, sent, signed.
Markup stale_notice(const PolicyView& view) {
  const bool open = !view.policy || view.policy->state == State::issued;
  if (!view.accepted) return {};
  const bool accepted_late = open && view.accepted->limits == acceptance::Limits::possibly_stale;
  if (view.ended.empty() && !accepted_late) return {};
  if (view.ended.empty())
    return ui::notice(
        {ui::Tone::warn, "Des limites ont pu changer",
         "L’accord est venu après la fin de l’offre, ou de limites du test à blanc : faites-les confirmer "
         "avant de signer."});
  return ui::notice(
      {ui::Tone::warn,
       "Des limites ont pu changer : " + base::french::plural(static_cast<std::int64_t>(view.ended.size()),
                                                              "limite a pris fin", "limites ont pris fin"),
       view.insured ? "Elles ne couvrent rien tant que l’assureur ne les a pas confirmées : votre courtier "
                      "s’en occupe."
                    : "Faites-les confirmer avant de signer. Une police établie maintenant les porte en "
                      "annexe comme terminées : elles n’y couvrent rien."},
      ended_list(view));
}

web::Response draw(visit::Visit& visit, const PolicyView& view, int status) {
  const Markup wide =
      ui::stack({nothing_yet(view), stale_notice(view), sending_card(view), issue_card(view), elsewhere_card(view),
                 recall_card(view), retraction_card(view), turnover_card(view), onboarding_card(view)});
  const Markup body = ui::page_header(header_of(view, visit.actor())) + ui::error_summary(view.state) +
                      ui::two_columns(wide, ui::stack({papers_card(view), schedule_card(view)}));
  return visit::page(visit, {.title = "Police", .body = body, .status = status});
}

web::Response done(visit::Visit& visit, const Outcome<base::Done>& outcome, std::string form, std::string said) {
  const bool space = visit.request.path.starts_with("/couverture/");
  if (outcome)
    return visit::see_other(
        visit,
        space ? Url::path("/couverture/{}/police", visit.id()) : Url::path("/credit/dossiers/{}/police", visit.id()),
        {ui::Tone::good, std::move(said)});
  const auto kind = outcome.refusal().code.kind;
  if (kind != base::RefusalKind::invalid && kind != base::RefusalKind::too_large)
    return visit::refused(visit, outcome.refusals());
  const auto typed = visit::form_state(visit, outcome.refusals());
  const auto view = load(visit, {visit.request.form.pairs(), typed.errors(), std::move(form)});
  return view ? draw(visit, *view, visit::status_of(kind)) : visit::not_found(visit);
}

// The file of that field, checked and stored; refused when none was sent.
Outcome<documents::Prepared> received(visit::Visit& visit, std::string_view field, documents::Accept accept,
                                      base::RefusalCode missing) {
  for (const auto& file : visit.request.files)
    if (file.field == field && file.size > 0)
      return visit.platform.documents.prepare(visit.actor().organisation, file, accept);
  return base::Refusal{missing, std::string(field)};
}

Outcome<documents::Prepared> drawn(visit::Visit& visit, const std::string& number) {
  const auto terms = visit.platform.database.read([&](db::Transaction& tx) {
    return terms_of(tx, PlacementId{visit.id()}, visit.actor(), base::paris::day_of(visit.now));
  });
  if (!terms) return wrong_state;
  return documents::keep_own_pdf(visit.platform.documents, visit.actor().organisation,
                                 policy_pdf(*terms, number, visit.now),
                                 "police-" + terms->placement.reference + ".pdf");
}

bool in_scope(visit::Visit& visit) {
  return visit.platform.database.read(
      [&](db::Transaction& tx) { return placement::find(tx, PlacementId{visit.id()}, visit.actor()).has_value(); });
}

}  // namespace

web::Response show_policy(visit::Visit& visit) {
  const auto view = load(visit, {});
  return view ? draw(visit, *view, 200) : visit::not_found(visit);
}

web::Response post_policy(visit::Visit& visit) {
  if (!in_scope(visit)) return visit::not_found(visit);
  const bool filed = visit.request.form.get("origin") != "drawn";
  const std::string form = filed ? "filed" : "drawn";
  const auto number = checked_number(visit.request.form);
  if (!number) return done(visit, number.refusals(), form, {});
  const auto file = filed ? received(visit, "file", documents::Accept::pdf, file_missing) : drawn(visit, *number);
  if (!file) return done(visit, file.refusals(), form, {});
  return done(visit,
              issue(visit.platform, visit.actor(), PlacementId{visit.id()},
                    {*number, filed ? Origin::filed : Origin::drawn, *file}),
              form, "La police est prête à être envoyée en signature.");
}

web::Response post_sending(visit::Visit& visit) {
  return done(visit, send(visit.platform, visit.actor(), PlacementId{visit.id()}, visit.request.form), "send",
              "La police est partie en signature.");
}

web::Response post_elsewhere(visit::Visit& visit) {
  if (!in_scope(visit)) return visit::not_found(visit);
  const auto day = base::Day::from_iso(visit.request.form.get("signed_on"));
  if (!day) return done(visit, base::Refusal{bad_day, "signed_on"}, "elsewhere", {});
  const auto file = received(visit, "file", documents::Accept::pdf, file_missing);
  if (!file) return done(visit, file.refusals(), "elsewhere", {});
  const auto proof = received(visit, "proof", documents::Accept::pdf_or_image, proof_missing);
  if (!proof) return done(visit, proof.refusals(), "elsewhere", {});
  return done(visit, file_signed(visit.platform, visit.actor(), PlacementId{visit.id()}, {*day, *file, *proof}),
              "elsewhere", "La police signée est déposée, avec sa preuve.");
}

web::Response post_recall(visit::Visit& visit) {
  return done(visit, recall(visit.platform, visit.actor(), PlacementId{visit.id()}, visit.request.form), "recall",
              "La police est rappelée : remplacez-la, puis renvoyez-la.");
}

web::Response post_retraction(visit::Visit& visit) {
  return done(visit, retract(visit.platform, visit.actor(), PlacementId{visit.id()}, visit.request.form), "retract",
              "L’accord est annulé : les offres sont à comparer de nouveau.");
}

web::Response post_turnover(visit::Visit& visit) {
  return done(visit, declare_turnover(visit.platform, visit.actor(), PlacementId{visit.id()}, visit.request.form),
              "turnover-" + std::string(visit.request.form.get("starts_on")), "La déclaration est enregistrée.");
}

web::Response post_onboarding(visit::Visit& visit) {
  return done(visit, note_onboarding(visit.platform, visit.actor(), PlacementId{visit.id()}, visit.request.form),
              "item-" + std::string(visit.request.form.get("item")), "C’est noté.");
}

}  // namespace credit::policy
