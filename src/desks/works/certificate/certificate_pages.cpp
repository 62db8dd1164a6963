// The day the works begin, and the certificates kept for it, on the claim's page and on its firm's (W8).
#include "desks/works/certificate/certificate_pages.hpp"

#include "base/french.hpp"
#include "desks/works/file/file_view.hpp"
#include "desks/works/mandate/job_view.hpp"
#include "desks/works/mandate/mandate_actions.hpp"
#include "desks/works/trade/trade.hpp"
#include "desks/works/typed.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"

namespace works::certificate {
namespace {

namespace ui = web::ui;
using web::html::Markup;
using web::html::Url;

std::string trades_text(const std::vector<std::string>& slugs) {
  std::string text;
  for (const auto& slug : slugs) {
    const auto* trade = trade::find(slug);
    text += (text.empty() ? "" : ", ") + std::string(trade == nullptr ? std::string_view(slug) : trade->label);
  }
  return text;
}

std::string start_text(const Start& start) {
  const std::string day = base::french::day_long(start.starts_on);
  return start.said == Said::firm ? day : day + " (acceptation, tant que l’entreprise ne l’indique pas)";
}

ui::Line line_of(const Covering& kept) {
  const auto name = kept.document ? ui::Value::link(Url::path("/documents/{}", kept.document), kept.certificate)
                                  : ui::Value(kept.certificate);
  return {name, "Valable du " + base::french::day_short(kept.valid_from) + " au " +
                    base::french::day_short(kept.valid_until) + " · " + trades_text(kept.trades)};
}

Markup kept_part(const Start& start) {
  std::vector<ui::Line> lines;
  for (const auto& kept : start.certificates) lines.push_back(line_of(kept));
  return ui::lines(lines, "Aucune attestation ne couvre ce jour.");
}

Markup uncovered_notice(const Start& start, std::string what_to_do) {
  if (start.uncovered.empty()) return {};
  return ui::notice({.tone = ui::Tone::bad,
                     .title = "Aucune attestation valable le " + base::french::day_long(start.starts_on) + " : " +
                              trades_text(start.uncovered),
                     .text = std::move(what_to_do)});
}

}  // namespace

Markup lot_section(const FileView& view, const lot::Lot& lot) {
  const auto* mandate = view.live_mandate(lot.id);
  if (mandate == nullptr) return {};
  const auto found = view.starts.find(mandate->id);
  if (found == view.starts.end()) return {};
  const Start& start = found->second;
  return web::html::h3("Attestation d’assurance") +
         uncovered_notice(start,
                          "L’entreprise et l’administrateur sont prévenus : les travaux ne devraient pas "
                          "commencer avant qu’une attestation couvre ce jour.") +
         ui::facts({{"Début des travaux", start_text(start)}}) + kept_part(start) +
         web::html::p(web::html::cls("quiet"), "Conservée avec le chantier pendant " +
                                                   std::to_string(kept_years.value()) +
                                                   " ans, même si l’entreprise en dépose une autre.");
}

Markup start_card(const mandate::JobView& job, const ui::FormState& state) {
  if (!job.start) return {};
  const Start& start = *job.start;
  Markup body = uncovered_notice(start,
                                 "Déposez l’attestation qui couvre ce jour parmi vos pièces, ou changez la date "
                                 "de début. Le courtier est prévenu.");
  body += kept_part(start);
  const bool may_tell = job.may_act && mandate::holds_job(job.mandate.state);
  if (!may_tell) {
    body = ui::facts({{"Début des travaux", start_text(start)}}) + body;
  } else {
    const Url to = Url::path("/chantiers/{}/debut", job.mandate.id);
    body += ui::form(
        {.action = to, .csrf_token = job.csrf_token, .submit = "Enregistrer la date", .look = ui::Look::secondary},
        ui::date_field(ui::Field{.name = "starts_on",
                                 .label = "Début des travaux",
                                 .value = start.said == Said::firm ? start.starts_on.iso() : std::string(),
                                 .hint = "Votre attestation doit être valable ce jour-là ; elle est conservée avec le "
                                         "chantier.",
                                 .width = ui::FieldWidth::short_text,
                                 .form = std::string(to.text())}
                           .with(state)));
  }
  return ui::card({.title = "Début des travaux et attestation", .icon = ui::Icon::shield, .id = "debut"}, body);
}

web::Response post_start(visit::Visit& visit) {
  base::Refusals refusals;
  const auto day = typed::optional_day(visit.request.form, "starts_on", refusals);
  if (!refusals.empty()) return mandate::show_job_again(visit, refusals);
  const auto told = set_start(visit.platform, visit.actor(), MandateId{visit.id()}, day);
  if (!told) {
    if (told.refused_as(mandate::unknown_mandate)) return visit::not_found(visit);
    return mandate::show_job_again(visit, told.refusals());
  }
  return visit::see_other(visit, Url::path("/chantiers/{}", visit.id()),
                          {ui::Tone::good, "La date de début est enregistrée."});
}

}  // namespace works::certificate
