#include "floor/audit/detail_words.hpp"

#include <gtest/gtest.h>

namespace audit {
namespace {

TEST(DetailWords, SayAmountsDaysAndCodesInFrench) {  // P10.journal
  EXPECT_EQ(details_text({{"by", "password"}}, {}), "par mot de passe");
  EXPECT_EQ(details_text({{"mandate", "42"}, {"amount", "123450"}, {"quarter", "2026-10-01"}}, {}),
            "mandat n°\u00a042 · montant 1\u202f234,50\u00a0€ · trimestre du 1er oct. 2026");
  EXPECT_EQ(details_text({{"from", "2026-11-27T08:12:00Z"}, {"to", "2026-11-30"}}, {}),
            "de 27 nov. 2026, 09:12 · à 30 nov. 2026");
}

TEST(DetailWords, LeaveWhatTheyDoNotKnowAsItWasRecorded) {  // P10.journal
  EXPECT_EQ(details_text({{"novel", "x1"}, {"amount", "beaucoup"}, {"day", "hier"}}, {}),
            "novel x1 · montant beaucoup · jour hier");
  EXPECT_EQ(details_text({}, {}), "");
}

TEST(DetailWords, NameThoseWhoseIdsTheyHold) {  // P10.journal
  std::vector<identity::OrganisationId> organisations;
  std::vector<identity::AccountId> accounts;
  add_named({{"firm", "7"}, {"account", "9"}, {"mandate", "11"}, {"organisation", "personne"}}, organisations,
            accounts);
  EXPECT_EQ(organisations, (std::vector<identity::OrganisationId>{{7}}));
  EXPECT_EQ(accounts, (std::vector<identity::AccountId>{{9}}));
  EXPECT_EQ(details_text({{"firm", "7"}}, {}), "entreprise n°\u00a07") << "nobody of that id";
}

}  // namespace
}  // namespace audit
