// A remote inspection: the firm asks for photographs, the garage sends them from its phone, one at a time (M11).
#include "support/browser.hpp"
#include "support/files.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/motor_scene.hpp"

namespace {

namespace scene = support::motor_scene;
using motor::file::State;
using motor::photos::Slot;
using support::Browser;
using support::Page;
using support::Person;

class RemoteInspection : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped()) return;
    firm_ = scene::new_cabinet(house());
    garage_ = scene::new_repairer(house());
    id_ = scene::new_file(house(), firm_, garage_);
    page_ = "/reparateurs/dossiers/" + std::to_string(id_.value);
  }
  Browser browser_of(const Person& person) {
    Browser browser(house().port());
    browser.set_cookie("session", person.secret);
    return browser;
  }
  Page send(Browser& browser, std::string slot, const std::vector<std::string>& pictures) {
    std::vector<support::FileChoice> files;
    for (const auto& bytes : pictures) files.push_back({"photo", "IMG_1.jpg", "image/jpeg", bytes});
    browser.get(page_ + "/photos");
    return browser.post_multipart(page_ + "/photos", {{"slot", std::move(slot)}}, files);
  }
  State state() { return scene::file(house(), id_).position.state; }
  std::size_t events(std::string_view name) {
    const auto history = read([&](db::Transaction& tx) { return motor::file::history(tx, id_); });
    return static_cast<std::size_t>(
        std::count_if(history.begin(), history.end(), [&](const auto& change) { return change.event == name; }));
  }

  Person firm_, garage_;
  motor::FileId id_;
  std::string page_;
};
MANDAT_ON_BOTH_ENGINES(RemoteInspection);

TEST_P(RemoteInspection, M11_is_asked_for_and_sent_until_nothing_is_missing) {  // M11.photos
  Browser at_firm = browser_of(firm_);
  Browser at_garage = browser_of(garage_);
  EXPECT_EQ(send(at_garage, "plate", {support::sample_jpeg()}).status, 409) << "not asked for yet";
  const auto asked = at_firm.follow(at_firm.submit(at_firm.get(page_), page_ + "/etat", {{"event", "remote_chosen"}}));
  EXPECT_TRUE(asked.shows("Expertise EAD"));
  EXPECT_TRUE(asked.shows("0 vue reçue sur 7"));
  EXPECT_NE(text_at("/notifications", &garage_).find("Expertise à distance demandée"), std::string::npos);
  EXPECT_TRUE(at_garage.get(page_).shows("Envoyer les photos"));

  // One at a time; a photograph that is none is named, and nothing of the others is lost.
  for (const auto* slot : {"front_left", "front_right", "rear_left", "rear_right", "plate"})
    EXPECT_EQ(send(at_garage, slot, {support::sample_jpeg()}).status, 303) << slot;
  const auto wrong = send(at_garage, "odometer", {"this is no photograph"});
  EXPECT_EQ(wrong.status, 422);
  EXPECT_TRUE(wrong.shows("5 vues reçues sur 7"));
  EXPECT_TRUE(wrong.shows("il manque : Compteur, Dommages"));
  EXPECT_TRUE(at_firm.get(page_ + "/photos").shows("5 vues reçues sur 7"));
  EXPECT_EQ(send(at_garage, "odometer", {support::turned_jpeg(6)}).status, 303);
  EXPECT_EQ(events("photos_received"), 0U);

  // Several of the damage, the bad one named, the good ones kept: the set is whole.
  const auto part = send(at_garage, "damage", {support::sample_jpeg(), "no", support::sample_png()});
  EXPECT_EQ(part.status, 422);
  EXPECT_TRUE(part.shows("7 vues reçues sur 7"));
  EXPECT_TRUE(part.shows("le jeu est complet"));
  EXPECT_EQ(events("photos_received"), 1U);
  EXPECT_EQ(state(), State::remote_inspection);
  EXPECT_NE(text_at("/notifications", &firm_).find("Photos de l’EAD complètes"), std::string::npos);
  EXPECT_NE(text_at(page_, &firm_).find("Photos de l’EAD reçues"), std::string::npos) << "in the history";

  // What is stored was written again, without what the camera hid in it.
  const auto photos = read([&](db::Transaction& tx) { return motor::photos::of_file(tx, id_); });
  ASSERT_EQ(photos.size(), 8U);
  for (const auto& photo : photos) {
    const std::string document = "/documents/" + std::to_string(photo.document.value);
    EXPECT_EQ(house().get(document + "/vignette", &firm_).status, 200);
    EXPECT_EQ(house().get(document, &garage_).status, 200);
  }
}

TEST_P(RemoteInspection, M11_a_photograph_may_be_asked_for_again) {  // M11.retake
  scene::bring_to(house(), firm_, id_, State::remote_inspection);
  for (const auto slot : motor::photos::slots) scene::send_photo(house(), garage_, id_, slot);
  EXPECT_EQ(events("photos_received"), 1U);
  const auto plate = read([&](db::Transaction& tx) {
    return motor::photos::set_of(tx, *motor::file::find(tx, id_)).in(Slot::plate).at(0).id;
  });
  Browser at_firm = browser_of(firm_);
  const std::string act = "/reparateurs/photos/" + std::to_string(plate.value) + "/reprise";
  const auto wrong = at_firm.submit(at_firm.get(page_ + "/photos"), act, {{"reason", " "}});
  EXPECT_EQ(wrong.status, 422);
  EXPECT_TRUE(wrong.shows("Indiquez le motif"));
  const auto again = at_firm.follow(at_firm.submit(wrong, act, {{"reason", "Image floue"}}));
  EXPECT_TRUE(again.shows("6 vues reçues sur 7"));
  const std::string seen = text_at(page_ + "/photos", &garage_);
  EXPECT_NE(seen.find("Image floue"), std::string::npos);
  EXPECT_NE(seen.find("il manque : Immatriculation"), std::string::npos);
  EXPECT_NE(text_at("/notifications", &garage_).find("Photo à refaire : Immatriculation"), std::string::npos);
  EXPECT_EQ(at_firm.post_form(act, {{"reason", "encore"}}).status, 409);

  Browser at_garage = browser_of(garage_);
  EXPECT_EQ(send(at_garage, "plate", {support::sample_jpeg()}).status, 303);
  EXPECT_TRUE(at_garage.get(page_ + "/photos").shows("le jeu est complet"));
  EXPECT_EQ(events("photos_received"), 2U);
}

TEST_P(RemoteInspection, M11_holds_a_dozen_photographs_of_the_damage_and_one_of_each_view) {  // M11.most_damage_photos
  scene::bring_to(house(), firm_, id_, State::remote_inspection);
  for (int i = 0; i < 12; ++i) scene::send_photo(house(), garage_, id_, Slot::damage);
  const auto sent = act(
      [&](platform::Act& act) { return motor::photos::send(act, garage_.actor, id_, Slot::damage, scene::a_photo()); },
      platform::Author::of(garage_.actor));
  EXPECT_TRUE(sent.refused_as(motor::photos::too_many));
  scene::send_photo(house(), garage_, id_, Slot::plate);
  scene::send_photo(house(), garage_, id_, Slot::plate);
  const auto set = read([&](db::Transaction& tx) { return motor::photos::set_of(tx, *motor::file::find(tx, id_)); });
  EXPECT_EQ(set.in(Slot::plate).size(), 1U);
  EXPECT_EQ(set.in(Slot::damage).size(), 12U);
}

TEST_P(RemoteInspection, M11_is_seen_by_the_two_parties_only) {  // P2
  scene::bring_to(house(), firm_, id_, State::remote_inspection);
  const auto photo = scene::send_photo(house(), garage_, id_, Slot::plate);
  const auto document = read([&](db::Transaction& tx) { return motor::photos::find(tx, photo)->document; });
  const Person firm = scene::new_cabinet(house());
  const Person garage = scene::new_repairer(house());
  scene::attach(house(), firm_, garage);
  for (const Person& other : {firm, garage}) {
    EXPECT_EQ(house().get(page_ + "/photos", &other).status, 404);
    EXPECT_EQ(house().get("/documents/" + std::to_string(document.value), &other).status, 404);
  }
  const auto sent = act(
      [&](platform::Act& act) { return motor::photos::send(act, garage.actor, id_, Slot::plate, scene::a_photo()); },
      platform::Author::of(garage.actor));
  EXPECT_TRUE(sent.refused_as(motor::photos::unknown));
}

}  // namespace
