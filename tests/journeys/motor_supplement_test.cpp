// A repairer sends a supplement from a phone; the firm answers line by line (M25).
#include <gtest/gtest.h>

#include "base/french.hpp"
#include "support/browser.hpp"
#include "support/files.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/motor_dates.hpp"

namespace {

namespace scene = support::motor_scene;
using motor::file::State;
using support::Browser;
using support::FileChoice;
using support::Page;
using support::Person;

class MotorSupplement : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    firm_ = scene::new_cabinet(house());
    garage_ = scene::new_repairer(house());
    file_ = scene::new_file(house(), firm_, garage_);
    page_ = "/reparateurs/dossiers/" + std::to_string(file_.value);
    form_ = page_ + "/complement";
  }
  Browser browser_of(const Person& person) {
    Browser browser(house().port());
    browser.set_cookie("session", person.secret);
    return browser;
  }
  static FileChoice photo(const std::string& field, int width) {
    return {field, "photo-" + std::to_string(width) + ".jpg", "image/jpeg", support::sample_jpeg(width)};
  }
  State state() { return scene::file(house(), file_).position.state; }

  Person firm_, garage_;
  motor::FileId file_;
  std::string page_, form_;
};
MANDAT_ON_BOTH_ENGINES(MotorSupplement);

TEST_P(MotorSupplement, M25_goes_from_the_phone_to_the_firm_and_back_line_by_line) {  // M25 M25.lines
  scene::bring_to(house(), firm_, file_, State::awaiting_invoice);
  Browser at_garage = browser_of(garage_), at_firm = browser_of(firm_);
  EXPECT_TRUE(at_garage.get(page_).shows("Envoyer un complément de réparation"));
  const auto form = at_garage.get(form_);
  EXPECT_TRUE(form.shows("Nous vous recommandons d’envoyer les deux"));
  EXPECT_NE(form.body.find("capture=\"environment\""), std::string::npos);
  const auto sent =
      at_garage.follow(at_garage.submit(form, form_, {{"comment", "Traverse avant déformée\n- Optique gauche\n"}},
                                        {photo("camera", 64), photo("photos", 80)}));
  EXPECT_TRUE(sent.shows("2 lignes, 2 photos"));
  EXPECT_TRUE(sent.shows("envoyé"));
  EXPECT_EQ(state(), State::in_progress) << "more works before the invoice";
  EXPECT_TRUE(at_garage.get(page_).shows("Complément de réparation envoyé")) << "in the history";

  house().clock().advance(base::hours(1));
  EXPECT_TRUE(at_firm.get("/notifications").shows("Complément de réparation à décider"));
  const auto waiting = at_firm.get("/reparateurs/a-decider");
  EXPECT_TRUE(waiting.shows("Compléments à décider"));
  EXPECT_TRUE(waiting.shows("en attente depuis 1\u00a0h"));
  const auto page = at_firm.get(sent.path);
  EXPECT_TRUE(page.shows("Traverse avant déformée"));
  EXPECT_NE(page.body.find("/vignette"), std::string::npos);
  const std::string decision = sent.path + "/decision";
  const auto half = at_firm.post_form(decision, {{"verdict-1", "accepted"}, {"verdict-2", "refused"}});
  EXPECT_EQ(half.status, 422);
  EXPECT_TRUE(half.shows("Ligne 2 : dites pourquoi elle est refusée."));
  const auto decided = at_firm.follow(at_firm.post_form(
      decision, {{"verdict-1", "accepted"}, {"verdict-2", "refused"}, {"answer-2", "Sans lien avec le choc"}}));
  EXPECT_TRUE(decided.shows("accepté en partie"));
  const auto read = at_garage.get(sent.path);
  EXPECT_TRUE(read.shows("Sans lien avec le choc"));
  EXPECT_TRUE(read.shows("décidé en 1\u00a0h"));
  EXPECT_TRUE(at_garage.get("/notifications").shows("Complément accepté en partie"));
  EXPECT_TRUE(at_garage.get(page_).shows("Complément accepté en partie"));

  // Once answered it is answered.
  const auto late = at_firm.post_form(decision, {{"verdict-1", "accepted"}, {"verdict-2", "accepted"}});
  EXPECT_EQ(late.status, 409);
  EXPECT_TRUE(late.shows("Ce complément est déjà accepté en partie : Claire Fontaine y a répondu le"));
}

TEST_P(MotorSupplement, M25_content_that_cannot_be_taken_is_said_and_the_rest_is_kept) {  // M25.content
  Browser at_garage = browser_of(garage_);
  const auto form = at_garage.get(form_);
  const auto empty = at_garage.submit(form, form_, {{"comment", "  "}});
  EXPECT_EQ(empty.status, 422);
  EXPECT_TRUE(empty.shows("Écrivez un commentaire ou joignez au moins une photo."));
  const FileChoice false_photo{"photos", "choc.jpg", "image/jpeg", "ceci n’est pas une photo"};
  const auto refused =
      at_garage.submit(form, form_, {{"comment", "Longeron plié"}}, {photo("photos", 90), false_photo});
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(refused.shows("choc.jpg"));
  EXPECT_TRUE(refused.shows("Longeron plié"));
  EXPECT_TRUE(refused.shows("Photo déjà reçue"));
  EXPECT_TRUE(refused.shows("photo-90.jpg"));
  // Sent again with what is good: the photograph need not be chosen a second time.
  const auto sent = at_garage.follow(at_garage.submit(refused, form_));
  EXPECT_TRUE(sent.shows("1 ligne, 1 photo"));
  const auto photos = read([&](db::Transaction& tx) { return documents::of_file(tx, motor::file_of(file_)); });
  ASSERT_EQ(photos.size(), 1U);
  EXPECT_EQ(photos[0].type, documents::MediaType::jpeg);
  EXPECT_EQ(house().get("/documents/" + std::to_string(photos[0].id.value), &firm_).status, 200);
  const Person other = scene::new_repairer(house());
  EXPECT_EQ(house().get("/documents/" + std::to_string(photos[0].id.value), &other).status, 404);
  EXPECT_EQ(house().get(sent.path, &other).status, 404);
}

TEST_P(MotorSupplement,
       M25_photos_leave_one_by_one_ahead_of_the_form_and_a_lost_answer_makes_no_second) {  // M25.upload
  Browser at_garage = browser_of(garage_);
  const auto form = at_garage.get(form_);
  EXPECT_NE(form.body.find("data-hold=\"" + form_ + "/photos\""), std::string::npos);
  const auto ahead = [&](const std::string& bytes) {
    return at_garage.post_multipart(form_ + "/photos", {}, {{"photo", "choc.jpg", "image/jpeg", bytes}});
  };
  const auto box = [](const Page& page) {
    const std::size_t at = page.body.find("value=\"") + 7;
    return page.body.substr(at, page.body.find('"', at) - at);
  };
  const auto first = ahead(support::sample_jpeg(64)), second = ahead(support::sample_jpeg(80));
  ASSERT_EQ(first.status, 200);
  EXPECT_TRUE(first.shows("choc.jpg"));
  EXPECT_EQ(first.body.find("<html"), std::string::npos) << "a piece of the form";
  const auto wrong = ahead("ceci n’est pas une photo");
  EXPECT_EQ(wrong.status, 422);
  EXPECT_TRUE(wrong.shows("choc.jpg"));
  EXPECT_NE(wrong.body.find("field-error"), std::string::npos);
  EXPECT_FALSE(at_garage.get(page_).shows("en attente depuis")) << "nothing is sent before the form is";

  const std::vector<std::pair<std::string, std::string>> typed{
      {"comment", "Longeron plié"}, {"fichier_garde", box(first)}, {"fichier_garde", box(second)}};
  const auto sent = at_garage.follow(at_garage.post_form(form_, typed));
  EXPECT_TRUE(sent.shows("1 ligne, 2 photos"));
  // The answer was lost, the form is sent again: it is the same supplement. Other words are another one.
  EXPECT_EQ(at_garage.follow(at_garage.post_form(form_, typed)).path, sent.path);
  auto other = typed;
  other.pop_back();
  EXPECT_NE(at_garage.follow(at_garage.post_form(form_, other)).path, sent.path);
  const auto photos = read([&](db::Transaction& tx) { return documents::of_file(tx, motor::file_of(file_)); });
  EXPECT_EQ(photos.size(), 3U);

  scene::happen(house(), firm_, file_, motor::file::Event::closed, "Sans suite");
  const auto late = ahead(support::sample_jpeg(90));
  EXPECT_EQ(late.status, 409);
  EXPECT_TRUE(late.shows("Le dossier est terminé"));
  const Person stranger = scene::new_repairer(house());
  EXPECT_EQ(browser_of(stranger).get(form_).status, 404);
}

TEST_P(MotorSupplement, M25_photos_alone_are_a_line_and_a_closed_file_takes_none) {  // M25.content
  Browser at_garage = browser_of(garage_);
  const auto form = at_garage.get(form_);
  const auto sent = at_garage.follow(at_garage.submit(form, form_, {}, {photo("camera", 70)}));
  EXPECT_TRUE(sent.shows("Photos sans commentaire"));
  scene::happen(house(), firm_, file_, motor::file::Event::closed, "Sans suite");
  const auto late = at_garage.submit(form, form_, {{"comment", "Encore une pièce"}});
  EXPECT_EQ(late.status, 409);
  EXPECT_TRUE(late.shows("Le dossier est terminé"));
  EXPECT_FALSE(at_garage.get(page_).shows("Envoyer un complément de réparation"));
}

TEST_P(MotorSupplement, M25_accepting_all_keeps_the_answers_typed_below) {
  const auto id = scene::send_supplement(house(), garage_, file_, "Longeron plié\nPeinture");
  Browser at_firm = browser_of(firm_);
  const std::string page = "/reparateurs/complements/" + std::to_string(id.value);
  const auto decided = at_firm.follow(at_firm.submit(
      at_firm.get(page), page + "/decision",
      {{"tout", "accepted"}, {"answer-2", "Deux couches seulement"}, {"answer", "Gardez les pièces déposées"}}));
  EXPECT_TRUE(decided.shows("Décision envoyée"));
  EXPECT_TRUE(decided.shows("Deux couches seulement"));
  EXPECT_TRUE(decided.shows("Gardez les pièces déposées"));
  EXPECT_EQ(read([&](db::Transaction& tx) { return motor::supplement::find(tx, id)->state; }),
            motor::supplement::State::accepted);
}

TEST_P(MotorSupplement, M25_ageing_is_seen_by_both_sides) {  // M25.ageing
  const auto id = scene::send_supplement(house(), garage_, file_, "Délai de pièces : 12 décembre");
  house().clock().advance(base::hours(53));
  const auto again = [&](const Person& person) { return support::new_member(platform(), person.actor.organisation); };
  const std::string page = "/reparateurs/complements/" + std::to_string(id.value);
  const std::string waited = "en attente depuis " + base::french::elapsed(base::hours(53));
  for (const Person& reader : {again(garage_), again(firm_)}) {
    EXPECT_NE(text_at(page, &reader).find(waited), std::string::npos);
    EXPECT_NE(text_at(page_, &reader).find(waited), std::string::npos);
  }
}

}  // namespace
