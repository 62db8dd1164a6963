// What each side answers to a date (M22): on the file's page, in the rounds, in the list of what waits.
#include "desks/motor/schedule/board.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"

namespace motor::schedule {

namespace html = web::html;
namespace ui = web::ui;
using ui::Field;
using web::html::Markup;
using web::html::Url;

Markup decision_forms(const Date& date, const std::string& csrf_token, const ui::FormState& typed,
                      std::string_view back) {
  const Url url = Url::path("/reparateurs/dates/{}/decision", date.id);
  const std::string form(url.text()), seen = std::to_string(date.version);
  Markup acts;
  if (date.state == State::suggested)
    acts += ui::actions_row(
        {{.label = "Valider",
          .url = url,
          .look = ui::Look::primary,
          .icon = ui::Icon::check,
          .post = ui::Post{.csrf_token = csrf_token,
                           .fields = {{"answer", "validate"}, {"seen", seen}, {"retour", std::string(back)}}}}});
  const auto field = [&](std::string name, std::string label, Field::Need need) {
    return Field{.name = std::move(name),
                 .label = std::move(label),
                 .need = need,
                 .width = ui::FieldWidth::short_text,
                 .form = form}
        .with(typed);
  };
  std::vector<ui::Option> answers{{"counter", "Proposer une autre date"}};
  if (date.state == State::suggested) answers.push_back({"refuse", "Refuser"});
  std::vector<Markup> other{ui::date_field(field("day", "Autre date", Field::Need::optional))};
  if (inspects(date.kind)) other.push_back(ui::time_field(field("time", "Heure", Field::Need::optional)));
  const Markup fields =
      ui::hidden_field("seen", seen) + ui::hidden_field("retour", back) +
      ui::radio_cards(Field{.name = "answer", .label = "Votre réponse", .form = form}.with(typed), answers) +
      ui::field_row(other) +
      ui::text_area(
          Field{.name = "reason", .label = "Motif", .hint = "Lu par le réparateur.", .form = form}.with(typed), 2);
  return html::div(
      html::cls("date-acts"), acts,
      ui::disclosure(date.state == State::suggested ? "Contre-proposer ou refuser" : "Changer votre proposition",
                     typed.form() == form ? ui::Fold::open : ui::Fold::closed,
                     ui::form({.action = url, .csrf_token = csrf_token, .submit = "Envoyer la réponse"}, fields)));
}

Markup reply_forms(const Date& date, const std::string& csrf_token, const ui::FormState& typed, std::string_view back) {
  const Url url = Url::path("/reparateurs/dates/{}/reponse", date.id);
  const std::string form(url.text()), seen = std::to_string(date.version);
  Markup acts = ui::actions_row(
      {{.label = "Accepter cette date",
        .url = url,
        .look = ui::Look::primary,
        .icon = ui::Icon::check,
        .post = ui::Post{.csrf_token = csrf_token,
                         .fields = {{"answer", "accept"}, {"seen", seen}, {"retour", std::string(back)}}}}});
  return html::div(html::cls("date-acts"), acts,
                   ui::disclosure("Décliner", typed.form() == form ? ui::Fold::open : ui::Fold::closed,
                                  ui::form({.action = url, .csrf_token = csrf_token, .submit = "Décliner cette date"},
                                           ui::hidden_field("seen", seen) + ui::hidden_field("answer", "decline") +
                                               ui::hidden_field("retour", back) +
                                               ui::text_area(Field{.name = "reason",
                                                                   .label = "Motif",
                                                                   .hint = "Suggérez ensuite une autre date.",
                                                                   .need = Field::Need::optional,
                                                                   .form = form}
                                                                 .with(typed),
                                                             2))));
}

}  // namespace motor::schedule
