#include "support/gallery/frame_sample.hpp"
#include "support/gallery/gallery.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/form.hpp"
#include "web/ui/page_header.hpp"

namespace gallery {

using namespace web::ui;
using web::html::fragment;
using web::html::Markup;

namespace {

FormState wrong_state() {
  return {{{"nom", "Nadia Benali"},
           {"telephone", "06 12 34"},
           {"code_postal", "69003"},
           {"description", "Fuite sous évier, parquet gondolé."},
           {"urgence", "non"},
           {"montant", "1 200,00"}},
          {{"telephone", "Il manque des chiffres : un numéro français en a dix, comme 06 12 34 56 78."},
           {"metiers", "Choisissez au moins un métier."},
           {"", "Un dossier du même assuré a été déclaré hier : vérifiez qu’il ne s’agit pas du même sinistre."}}};
}

Sample declare() {
  const FormState state = wrong_state();
  const Markup insured = field_group(
      "Assuré", "Il est informé de la transmission de ses coordonnées à l’entreprise mandatée.",
      fragment(text_field(Field{.name = "nom", .label = "Nom", .autocomplete = "off"}.with(state)),
               field_row({phone_field(Field{.name = "telephone", .label = "Téléphone"}.with(state)),
                          email_field(
                              Field{.name = "email", .label = "E-mail", .need = Field::Need::optional}.with(state))})));
  const Markup works = field_group(
      "Sinistre", "",
      fragment(
          select_field(Field{.name = "sinistre", .label = "Nature", .width = FieldWidth::half}.with(state),
                       {{"eau", "Dégât des eaux"}, {"feu", "Incendie"}}),
          field_row(
              {text_field(
                   Field{.name = "commune", .label = "Commune", .suggest = web::html::Url("/communes")}.with(state)),
               date_field(
                   Field{.name = "date", .label = "Date du sinistre", .need = Field::Need::optional}.with(state))}),
          checkbox_group(Field{.name = "metiers", .label = "Métiers nécessaires"}.with(state),
                         {{"plomberie", "Plomberie"},
                          {"platrerie", "Plâtrerie"},
                          {"peinture", "Peinture"},
                          {"parquet", "Parquet"},
                          {"electricite", "Électricité"}},
                         {}),
          text_area(Field{.name = "description",
                          .label = "Description",
                          .hint = "Sans téléphone ni e-mail : l’entreprise ne les reçoit qu’après avoir accepté.",
                          .need = Field::Need::optional}
                        .with(state),
                    4),
          radio_cards(Field{.name = "urgence", .label = "Mesures d’urgence"}.with(state),
                      {{"oui", "Nécessaires", "Bâchage, assèchement, coupure d’eau"}, {"non", "Pas nécessaires", ""}}),
          money_field(Field{
              .name = "montant", .label = "Franchise", .need = Field::Need::optional, .width = FieldWidth::short_text}
                          .with(state)),
          file_field(Field{.name = "photos",
                           .label = "Photos et documents",
                           .hint = "PDF, JPEG ou PNG, 25 Mo au plus chacun.",
                           .need = Field::Need::optional},
                     {".pdf,.jpg,.jpeg,.png", FileChoice::Count::several})));
  return {"form",
          page(broker_frame("Déclarer un sinistre"),
               fragment(page_header({.title = "Déclarer un sinistre", .crumbs = {{"Dossiers", "/travaux/dossiers"}}}),
                        form({.action = "/travaux/dossiers",
                              .csrf_token = "jeton",
                              .submit = "Déclarer et choisir une entreprise",
                              .icon = Icon::arrow_right,
                              .other = Action{.label = "Annuler", .url = "/travaux/dossiers", .look = Look::quiet},
                              .errors = state.errors(),
                              .content = Form::Content::files},
                             fragment(insured, works))))};
}

Sample sign_in() {
  using namespace web::html;
  const Frame frame{.title = "Connexion", .now = now(), .width = Frame::Width::reading};
  return {
      "sign-in",
      plain_page(frame, sheet("Se connecter", "",
                              fragment(web::ui::form({.action = sign_in_url, .submit = "Se connecter"},
                                                     fragment(email_field({.name = "email",
                                                                           .label = "Adresse e-mail",
                                                                           .autocomplete = "username"}),
                                                              password_field({.name = "mot_de_passe",
                                                                              .label = "Mot de passe",
                                                                              .autocomplete = "current-password"}))),
                                       p(cls("quiet"), a(href("/mot-de-passe"), "Mot de passe oublié"), " · ",
                                         a(href("/inscription"), "Devenir partenaire")))))};
}

}  // namespace

std::vector<Sample> form_samples() {
  std::vector<Sample> all;
  all.push_back(declare());
  all.push_back(sign_in());
  return all;
}

}  // namespace gallery
