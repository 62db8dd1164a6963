// GET /couverture/{}/prospect: what the insured's own policy covers of a company, before it signs a sale (C20.own).
#include "base/french.hpp"
#include "desks/credit/offer/offer.hpp"
#include "desks/credit/placement/placement.hpp"
#include "desks/credit/prospect/prospect_pages.hpp"
#include "desks/credit/prospect/prospect_view.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/page_header.hpp"

namespace credit::prospect {
namespace {

namespace html = web::html;
namespace ui = web::ui;
using html::Markup;
using html::Url;

struct Own {
  placement::Placement placement;
  std::optional<offer::Offer> accepted;
  base::Money unnamed_limit;
  Finding finding;
};

std::optional<Own> load(visit::Visit& visit, const Asked& of) {
  const PlacementId id{visit.id()};
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<Own> {
    auto placement = placement::find(tx, id, visit.actor());
    if (!placement) return std::nullopt;
    Own own{*std::move(placement), offer::in_state(tx, id, offer::State::accepted), {}, {}};
    if (own.accepted)
      own.unnamed_limit = offer::last_round_of(tx, own.accepted->id)->quote.premium.terms.discretionary_limit;
    if (of.siren)
      own.finding = finding_of(blind_test::answers_on(tx, id, "FR", *of.siren), base::paris::day_of(visit.now));
    return own;
  });
}

std::string until(const UnderPolicy& under) {
  const auto& day = under.last_word->answer.valid_until;
  return day ? "valable jusqu’au " + base::french::day_medium(*day) : std::string("sans fin annoncée");
}

ui::Stat cover_tile(const UnderPolicy& under) {
  using enum UnderPolicy::Cover;
  ui::Stat tile{.label = "Sous votre police", .value = ui::Value("aucune"), .tone = ui::Tone::bad};
  switch (under.cover) {
    case named:
      tile.value = ui::Value(under.limit);
      tile.hint = "limite dénommée, " + until(under);
      tile.tone = ui::Tone::good;
      return tile;
    case insolvency_only:
      tile.value = ui::Value(under.limit);
      tile.hint = "en cas de procédure collective seulement, " + until(under);
      tile.tone = ui::Tone::warn;
      return tile;
    case unnamed:
      tile.value = ui::Value(under.limit);
      tile.hint = "limite des acheteurs non dénommés, si votre police la permet pour lui";
      tile.tone = ui::Tone::warn;
      return tile;
    case refused:
      tile.hint = "votre assureur l’a refusé : ne livrez pas à crédit";
      return tile;
    case over:
      tile.hint = "la limite accordée est terminée : faites-la confirmer avant de livrer";
      return tile;
    case none:
      break;
  }
  tile.hint = "aucune limite : demandez-en une avant de livrer";
  return tile;
}

Markup result_of(const Own& own, const std::string& siren, base::Day today) {
  ui::Stat cover{.label = "Sous votre police",
                 .value = ui::Value("pas encore"),
                 .hint = "aucune offre n’est acceptée : rien n’est couvert",
                 .tone = ui::Tone::mute};
  Markup conditions;
  bool covers = false;
  if (own.accepted) {
    const auto under = under_policy(own.finding, own.accepted->insurer, own.unnamed_limit, today);
    cover = cover_tile(under);
    covers = under.cover != UnderPolicy::Cover::none;
    if (under.last_word && !under.last_word->answer.conditions.empty())
      conditions = html::p("Condition : ", under.last_word->answer.conditions);
  }
  if (own.finding.last_words.empty() && !covers) return nothing_known(siren, "dans votre dossier");
  return ui::stat_tiles({cover, grade_tile(own.finding)}) + conditions +
         html::p(
             html::cls("quiet"),
             own.finding.last_words.empty()
                 ? "Aucun assureur n’a été interrogé sur cette entreprise dans votre dossier : ce n’est ni un refus "
                   "ni une panne. Demandez une limite dénommée si la vente est plus forte."
                 : "La note se déduit des seules réponses reçues dans votre dossier : ce n’est pas une note "
                   "financière.");
}

}  // namespace

web::Response show_own_prospect(visit::Visit& visit) {
  const auto of = asked(visit);
  std::optional<Own> own;
  try {
    own = load(visit, of);
  } catch (const db::Error& fault) {
    return could_not_read(visit, fault);
  }
  if (!own) return visit::not_found(visit);
  const Markup body =
      ui::page_header({.title = "Vérifier un prospect",
                       .reference = own->placement.reference,
                       .lead = "Avant de signer une vente : ce que votre police couvre sur cette entreprise.",
                       .crumbs = {{"Ma couverture", Url("/couverture")}}}) +
      ask_form(Url::path("/couverture/{}/prospect", own->placement.id), of) +
      (of.siren ? result_of(*own, *of.siren, base::paris::day_of(visit.now)) : Markup());
  return visit::page(visit, {.title = "Vérifier un prospect", .body = body, .status = of.error.empty() ? 200 : 422});
}

}  // namespace credit::prospect
