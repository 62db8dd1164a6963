// Documents both ways (M16, M17): what was sent, what was received, what each side says of it.
#include "base/french.hpp"
#include "desks/motor/list/list_query.hpp"
#include "desks/motor/page/file_view.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/thumbnails.hpp"

#include <fmt/format.h>

namespace motor::page {
namespace {

namespace html = web::html;
using document::Agreement;
using document::Paper;
using document::Verdict;
using document::Way;
using html::Markup;
using html::Url;
using web::ui::Field;

// 24-06-2026 20:59:50, Paris (M17)
std::string to_the_second(base::Instant at) {
  const auto wall = base::paris::wall_time(at);
  return fmt::format("{} {:02}:{:02}:{:02}", list::dashed(wall.day), wall.hour, wall.minute, wall.second);
}

Markup download(const Paper& paper) {
  return html::a(html::cls("btn btn-secondary btn-small"), html::href(Url::path("/documents/{}", paper.document)),
                 html::aria("label", "Télécharger " + paper.name), web::ui::icon(web::ui::Icon::download),
                 html::span("Télécharger"));
}

Markup agreement_badge(const Paper& paper) {
  if (paper.agreement == Agreement::none) return {};
  const bool agreed = paper.agreement == Agreement::agreed;
  return web::ui::status_badge({agreed ? "Accord du réparateur" : "Désaccord du réparateur",
                                agreed ? web::ui::Tone::good : web::ui::Tone::bad,
                                agreed ? web::ui::Icon::circle_check : web::ui::Icon::circle_x});
}

Markup agreement_form(const FileView& view, const Paper& paper) {
  const Url url = Url::path("/reparateurs/documents/{}/accord", paper.id);
  const bool refused = view.typed.form() == url.text();
  const std::string form(url.text());
  return web::ui::disclosure(
      paper.agreement == Agreement::none ? "Donner mon accord ou mon désaccord" : "Changer ma réponse",
      refused ? web::ui::Fold::open : web::ui::Fold::closed,
      web::ui::form(
          {.action = url, .csrf_token = view.csrf_token, .submit = "Envoyer ma réponse"},
          web::ui::radio_cards(Field{.name = "agreement", .label = "Ce rapport", .form = form}.with(view.typed),
                               {{"agreed", "Je suis d’accord"}, {"disagreed", "Je ne suis pas d’accord"}}) +
              web::ui::text_area(Field{.name = "reason",
                                       .label = "Motif",
                                       .hint = "Nécessaire en cas de désaccord.",
                                       .need = Field::Need::optional,
                                       .form = form}
                                     .with(view.typed),
                                 2)));
}

Markup verdict_form(const FileView& view, const Paper& paper) {
  const Url url = Url::path("/reparateurs/documents/{}/verdict", paper.id);
  const bool refused = view.typed.form() == url.text();
  const std::string form(url.text());
  return web::ui::disclosure(
      "Juger ce document", refused ? web::ui::Fold::open : web::ui::Fold::closed,
      web::ui::form(
          {.action = url, .csrf_token = view.csrf_token, .submit = "Enregistrer le jugement"},
          web::ui::radio_cards(Field{.name = "verdict", .label = "Ce document est", .form = form}.with(view.typed),
                               {{"compliant", "Conforme"}, {"non_compliant", "Non-conforme"}}) +
              web::ui::text_area(Field{.name = "reason",
                                       .label = "Motif",
                                       .hint = "Lu par le réparateur.",
                                       .need = Field::Need::optional,
                                       .form = form}
                                     .with(view.typed),
                                 2)));
}

Markup verdict_badge(const Paper& paper) {
  switch (paper.verdict) {
    case Verdict::none:
      return web::ui::status_badge({"À juger par le cabinet", web::ui::Tone::warn, web::ui::Icon::hourglass});
    case Verdict::compliant:
      return web::ui::status_badge({"Conforme", web::ui::Tone::good, web::ui::Icon::circle_check});
    case Verdict::non_compliant:
      return web::ui::status_badge({"Non-conforme", web::ui::Tone::bad, web::ui::Icon::circle_x});
  }
  return {};
}

Markup picture_of(const FileView& view, const Paper& paper) {
  const auto found = view.files.find(paper.document);
  if (found == view.files.end() || !found->second.has_thumbnail) return {};
  return web::ui::first_page(Url::path("/documents/{}/vignette", paper.document),
                             Url::path("/documents/{}", paper.document));
}

struct Said {
  Markup head, marks;
  std::string reason;
  Markup act;
};
Markup item(const FileView& view, const Paper& paper, const Said& said) {
  return html::li(
      html::cls("paper"), picture_of(view, paper), html::div(html::cls("paper-head"), said.head, download(paper)),
      html::when(!said.marks.empty(), [&] { return html::p(html::cls("paper-marks"), said.marks); }),
      html::when(!said.reason.empty(), [&] { return html::p(html::cls("quiet"), "Motif : ", said.reason); }), said.act);
}

Markup received_item(const FileView& view, const Paper& paper, const std::optional<Paper>& latest) {
  Markup marks;
  if (latest && latest->id == paper.id)
    marks += web::ui::status_badge({"Dernière version du PV d’expertise", web::ui::Tone::info, web::ui::Icon::star});
  if (paper.amount) marks += html::span(html::cls("quiet"), "Total TTC ", base::french::euros(*paper.amount));
  marks += agreement_badge(paper);
  const bool asks = !view.firm() && view.may_act && document::is_report(paper.kind) && view.open();
  const Markup head =
      html::div(html::span(html::cls("paper-name"), paper.name),
                html::time(html::cls("quiet num"), html::datetime(base::iso_utc(paper.at)), to_the_second(paper.at)));
  return item(view, paper, {head, marks, paper.agreement_reason, asks ? agreement_form(view, paper) : Markup{}});
}

Markup sent_item(const FileView& view, const Paper& paper) {
  Markup marks = verdict_badge(paper);
  if (paper.amount) marks += html::span(html::cls("quiet"), "Total TTC ", base::french::euros(*paper.amount));
  const bool judges = view.firm() && view.may_act && paper.verdict == Verdict::none;
  const Markup head = html::div(html::span(document::sent_sentence(paper)), html::span(html::cls("quiet"), paper.name));
  return item(view, paper, {head, marks, paper.verdict_reason, judges ? verdict_form(view, paper) : Markup{}});
}

Markup listed(const std::vector<Markup>& items, std::string_view when_none) {
  if (items.empty()) return html::p(html::cls("quiet"), when_none);
  return html::ul(html::cls("papers"), html::each(items, [](const Markup& one) { return one; }));
}

}  // namespace

// From the repairer's side, whoever reads: the source's two lists.
Markup received_card(const FileView& view) {
  const auto latest = document::latest_report(view.papers);
  std::vector<Markup> items;
  for (auto paper = view.papers.rbegin(); paper != view.papers.rend(); ++paper)
    if (paper->way == Way::posted) items.push_back(received_item(view, *paper, latest));
  return web::ui::card({.title = view.firm() ? "Documents postés au réparateur" : "DOCUMENTS REÇUS",
                        .icon = web::ui::Icon::inbox,
                        .id = "recus"},
                       listed(items, view.firm() ? "Aucun document posté." : "Aucun document reçu du cabinet."));
}

Markup sent_card(const FileView& view) {
  std::vector<Markup> items;
  for (auto paper = view.papers.rbegin(); paper != view.papers.rend(); ++paper)
    if (paper->way == Way::sent) items.push_back(sent_item(view, *paper));
  return web::ui::card({.title = view.firm() ? "Documents envoyés par le réparateur" : "DOCUMENTS ENVOYÉS",
                        .icon = web::ui::Icon::send,
                        .id = "envoyes"},
                       listed(items, view.firm() ? "Le réparateur n’a rien envoyé." : "Vous n’avez rien envoyé."));
}

}  // namespace motor::page
