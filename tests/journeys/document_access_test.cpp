// A document opens for those whom its desk lets see it, and does not exist for anybody else.
#include <fstream>

#include "floor/documents/documents.hpp"
#include "floor/visit/dispatcher.hpp"
#include "floor/visit/floor_routes.hpp"
#include "support/house_on_both_engines.hpp"

namespace documents {
namespace {

bool brokers_see(db::Transaction&, const Document&, const identity::Actor& actor) {
  return actor.is(identity::OrganisationKind::broker);
}

class DocumentPages : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped()) return;
    site_.document_rules.push_back({"test.file", brokers_see});
    dispatcher_.emplace(platform(), site_, visit::floor_routes(), [](const visit::Served&) {});
  }
  void TearDown() override {
    dispatcher_.reset();
    HouseOnBothEngines::TearDown();
  }

  DocumentId put(const support::Person& owner, std::string file_kind) {
    const Prepared prepared{.sha256 = std::string(64, 'a'),
                            .type = MediaType::pdf,
                            .size = 5,
                            .filename = "devis.pdf",
                            .has_thumbnail = false};
    const auto path = platform().documents.path_of(owner.actor.organisation, prepared.sha256);
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << "%PDF-";
    return act([&](platform::Act& act) {
      return attach(act, prepared,
                    {.owner = owner.actor.organisation, .file = {std::move(file_kind), 12}, .kind = "quote"});
    });
  }
  web::Response get(std::string_view path, const support::Person& by) {
    auto request = support::request_of(platform(), web::Method::get, path, &by);
    return dispatcher_->handle(request);
  }
  static std::string page_of(DocumentId id) { return "/documents/" + std::to_string(id.value); }

 private:
  visit::Site site_;
  std::optional<visit::Dispatcher> dispatcher_;
};
MANDAT_ON_BOTH_ENGINES(DocumentPages);

TEST_P(DocumentPages, OpenForWhoBroughtThemAndForThoseWhomTheDeskLetsSeeThem) {  // P3.served
  const auto owner = tradesman(), reader = broker();
  const DocumentId id = put(owner, "test.file");
  for (const support::Person& by : {owner, reader}) {
    const auto answer = get(page_of(id), by);
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(header(answer, "Content-Type"), "application/pdf");
    EXPECT_FALSE(answer.file.empty());
  }
}

TEST_P(DocumentPages, DoNotExistForOthers) {  // P2
  const auto owner = tradesman(), other = tradesman();
  const DocumentId id = put(owner, "test.file");
  EXPECT_EQ(get(page_of(id), other).status, 404);
  EXPECT_EQ(get(page_of(id) + "/vignette", other).status, 404);
  EXPECT_EQ(get("/documents/12", owner).status, 404);
}

TEST_P(DocumentPages, DoNotExistForOthersWhenNoDeskAnswersForTheirFile) {  // P2
  const DocumentId id = put(tradesman(), "test.other");
  EXPECT_EQ(get(page_of(id), broker()).status, 404);
}

TEST_P(DocumentPages, HaveNoThumbnailWhenNoneWasMade) {
  const auto owner = tradesman();
  EXPECT_EQ(get(page_of(put(owner, "test.file")) + "/vignette", owner).status, 404);
}

}  // namespace
}  // namespace documents
