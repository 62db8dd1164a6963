// A broker whose required certificate ends is told before, on its day, and where he would declare (W8.lapse_told).
#include <gmock/gmock.h>

#include "support/partner.hpp"

namespace {

using support::form;
using support::Person;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using works::admission::PaperKind;

class LapseTold : public support::PartnerOnBothEngines {};
MANDAT_ON_BOTH_ENGINES(LapseTold);

TEST_P(LapseTold, tells_a_broker_that_his_orias_certificate_ends_and_has_ended) {  // W8.lapse_told
  const std::string link = joined("courtier", 631);
  for (const PaperKind kind :
       {PaperKind::orias, PaperKind::registration, PaperKind::liability, PaperKind::bank_details})
    accept_all(admin_, link, {kind}, kind == PaperKind::orias ? 40 : 300);
  house().post(application_path() + "/validation", &admin_);
  const std::string soon = "Bientôt expirée : Attestation d’immatriculation à l’ORIAS",
                    over = "Pièce expirée : Attestation d’immatriculation à l’ORIAS";
  Person broker = member();
  const auto form_page = [&] { return text_at("/travaux/declarer", &broker); };
  travel(base::hours(24 * 11));
  EXPECT_EQ(mails_with(soon), 1) << "thirty days before";
  travel(base::hours(24 * 23));
  EXPECT_EQ(mails_with(soon), 2) << "seven days before";
  broker = member();
  EXPECT_THAT(text_at("/notifications", &broker),
              HasSubstr("vous ne pourrez plus déclarer de sinistre à partir du lendemain"));
  EXPECT_THAT(form_page(), Not(HasSubstr("Vous ne pouvez plus déclarer de sinistre")));
  EXPECT_EQ(mails_with(over), 0);
  travel(base::hours(24 * 7));
  EXPECT_EQ(mails_with(over), 1);
  broker = member();
  EXPECT_THAT(text_at("/notifications", &broker),
              HasSubstr("Vous ne pouvez plus déclarer de sinistre tant que la nouvelle n’est pas acceptée"));
  EXPECT_THAT(form_page(), AllOf(HasSubstr("Vous ne pouvez plus déclarer de sinistre"),
                                 HasSubstr("Attestation d’immatriculation à l’ORIAS")));
}

TEST_P(LapseTold, tells_a_broker_whom_a_change_of_the_checklist_stops_and_only_once) {  // W1, W8.lapse_told
  const auto ask_for = [&](const std::string& need) {
    return house()
        .post("/administration/pieces-demandees", &admin_, form({{"role", "broker"}, {"orias", need}}))
        .status;
  };
  EXPECT_EQ(ask_for("optional"), 303);
  const std::string link = joined("courtier", 632);
  for (const PaperKind kind :
       {PaperKind::orias, PaperKind::registration, PaperKind::liability, PaperKind::bank_details})
    accept_all(admin_, link, {kind}, kind == PaperKind::orias ? 10 : 300);
  house().post(application_path() + "/validation", &admin_);
  travel(base::hours(24 * 11));
  const std::string over = "Pièce expirée : Attestation d’immatriculation à l’ORIAS";
  EXPECT_EQ(mails_with(over), 1) << "that it ended, which stops nothing yet";
  Person broker = member();
  EXPECT_THAT(text_at("/travaux/declarer", &broker), Not(HasSubstr("Vous ne pouvez plus déclarer de sinistre")));
  EXPECT_EQ(ask_for("required"), 303);
  EXPECT_EQ(mails_with(over), 2);
  EXPECT_THAT(mails().front().body, HasSubstr("Vous ne pouvez plus déclarer de sinistre tant que la nouvelle"));
  EXPECT_EQ(ask_for("required"), 303);
  EXPECT_EQ(mails_with(over), 2);
}

}  // namespace
