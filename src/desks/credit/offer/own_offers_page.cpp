// /couverture/{}/offres: the company reads its offers in its space, with the plan and the papers, and answers as it
// would by its link (C6, C9, C13, C38).
#include "desks/credit/file/timeline.hpp"
#include "desks/credit/insurer/insurer_words.hpp"
#include "desks/credit/offer/client_view.hpp"
#include "desks/credit/offer/offer_pages.hpp"
#include "desks/credit/offer/offer_words.hpp"
#include "desks/credit/placement/placement_words.hpp"
#include "desks/credit/space_links.hpp"
#include "floor/deadlines/deadline_view.hpp"
#include "floor/visit/page.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"

namespace credit::offer {
namespace {

namespace ui = web::ui;
using ui::Tone;
using web::html::Markup;
using web::html::Url;

struct Own {
  ClientView view;
  std::vector<placement::PlannedStep> plan;
  bool may_answer;

  const placement::Placement& subject() const { return view.comparison.placement; }
};

std::optional<Own> load(const visit::Visit& visit) {
  const PlacementId id{visit.id()};
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<Own> {
    const auto placement = placement::find(tx, id, visit.actor());
    if (!placement) return std::nullopt;
    auto asked = in_state(tx, id, State::recommended);
    if (!asked) asked = in_state(tx, id, State::accepted);
    const bool open = asked && asked->state == State::recommended && !expired(*asked, visit.now);
    return Own{client_view(tx, *placement, asked, visit.now), placement::plan_of(tx, id),
               open && identity::at_least(visit.actor().role, identity::Role::member)};
  });
}

Url page_of(const Own& own) { return Url::path("/couverture/{}/offres", own.subject().id); }

PaperUrls urls_of(const Own& own) {
  const auto id = own.subject().id;
  return {Url::path("/couverture/{}/offres/{}", id, "conseil"),
          Url::path("/couverture/{}/offres/{}", id, "comparatif")};
}

ui::PageHeader header_of(const Own& own, const visit::Visit& visit) {
  const auto& placement = own.subject();
  ui::PageHeader header{.title = "Vos offres",
                        .reference = placement.reference,
                        .lead = own.view.broker + " les reçoit, les compare et vous conseille.",
                        .crumbs = {{"Ma couverture", Url("/couverture")}},
                        .status = placement::step_badge(placement.step),
                        .status_detail = placement::step_count(placement.step),
                        .others = space_links(placement, SpacePage::offers)};
  if (placement.waiting_for != placement::WaitingFor::nobody) {
    ui::Awaiting awaiting{.who = placement::holder(placement.waiting_for, placement.waiting_name, visit.actor())};
    if (placement.next_due_at) awaiting.due = deadlines::due_of(*placement.next_due_at, visit.now);
    header.awaiting = std::move(awaiting);
  }
  return header;
}

Markup said_of(const Own& own) {
  const auto& asked = own.view.asked;
  if (!asked) return {};
  if (asked->state == State::accepted)
    return ui::notice({Tone::good, "Vous avez accepté l’offre " + of_insurer(asked->insurer_name),
                       own.subject().step == placement::Step::in_force
                           ? "Votre police est en vigueur."
                           : "L’assureur établit la police ; vous la recevrez pour signature."});
  if (expired(*asked, own.view.now))
    return ui::notice({Tone::warn, "L’offre proposée a expiré",
                       "Votre courtier peut demander à l’assureur de la confirmer : appelez-le."});
  return ui::notice({Tone::info, "Votre courtier vous recommande l’offre " + of_insurer(asked->insurer_name),
                     "Lisez son conseil et le comparatif, puis répondez."});
}

std::vector<Markup> wide_of(const Own& own, const visit::Visit& visit, const ui::FormState& state) {
  const auto& view = own.view;
  std::vector<Markup> parts{said_of(own)};
  if (view.comparison.offers.empty()) {
    parts.push_back(ui::empty_state(
        {.title = "Aucune offre pour l’instant",
         .text = "Les assureurs répondent chacun à leur rythme : chaque offre paraît ici dès qu’elle arrive."}));
    return parts;
  }
  const auto* asked = view.asked_compared();
  if (asked != nullptr) parts.push_back(offer_summary(view, *asked));
  parts.push_back(papers_card(view, asked == nullptr ? "Côte à côte" : "Conseil et comparatif", urls_of(own)));
  if (own.may_answer)
    parts.push_back(answer_form(
        view, {.action = page_of(own), .csrf_token = visit::csrf_token(visit), .name = visit.actor().name}, state));
  for (const auto& one : view.comparison.offers)
    if (&one != asked) parts.push_back(offer_summary(view, one));
  return parts;
}

web::Response draw(visit::Visit& visit, const Own& own, const ui::FormState& state, int status) {
  const Markup plan = ui::card({.title = "Votre calendrier", .icon = ui::Icon::calendar},
                               file::plan_table(own.subject(), own.plan, visit.now));
  return visit::page(visit, {.title = "Vos offres",
                             .body = ui::page_header(header_of(own, visit)) +
                                     ui::two_columns(ui::stack(wide_of(own, visit, state)), ui::stack({plan})),
                             .status = status});
}

web::Response refused_page(visit::Visit& visit, const base::Refusals& refusals) {
  const auto after = load(visit);
  return draw(visit, *after, visit::form_state(visit, refusals), visit::status_of(refusals.front().code.kind));
}

}  // namespace

web::Response show_own_offers(visit::Visit& visit) {
  const auto own = load(visit);
  return own ? draw(visit, *own, {}, 200) : visit::not_found(visit);
}

web::Response post_own_answer(visit::Visit& visit) {
  const auto own = load(visit);
  if (!own) return visit::not_found(visit);
  if (!own->may_answer) return visit::refused(visit, {{wrong_state}});
  if (!of_this_proposal(own->view, visit.request.form)) return refused_page(visit, {{proposal_changed}});
  auto typed = typed_answer(visit.request.form, visit.now);
  if (!typed) return refused_page(visit, typed.refusals());
  Answer answer = *std::move(typed);
  answer.account = visit.actor().account;
  const auto taken = answer_as_client(visit.platform, visit.author(), own->view.asked->id, answer);
  if (!taken) return refused_page(visit, taken.refusals());
  return visit::see_other(visit, page_of(*own), {Tone::good, "Votre réponse est enregistrée."});
}

web::Response show_own_paper(visit::Visit& visit) {
  const auto own = load(visit);
  if (!own || own->view.comparison.offers.empty()) return visit::not_found(visit);
  auto paper = client_paper(visit, own->view, visit.parameter(1));
  return paper ? *std::move(paper) : visit::not_found(visit);
}

}  // namespace credit::offer
