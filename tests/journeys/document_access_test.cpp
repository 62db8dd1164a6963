// A document opens for those whom its desk lets see it, and does not exist for anybody else.
#include <fstream>

#include "floor/documents/documents.hpp"
#include "floor/visit/dispatcher.hpp"
#include "floor/visit/floor_routes.hpp"
#include "support/house_on_both_engines.hpp"

namespace documents {
namespace {

bool owner_sees(db::Transaction&, const Document& document, const identity::Actor& actor) {
  return document.owner == actor.organisation;
}

class DocumentPages : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped()) return;
    site_.document_rules.push_back({"test.file", owner_sees});
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

TEST_P(DocumentPages, OpenForThoseWhomTheDeskLetsSeeThem) {  // P3.served
  const auto owner = tradesman();
  const auto answer = get(page_of(put(owner, "test.file")), owner);
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(header(answer, "Content-Type"), "application/pdf");
  EXPECT_FALSE(answer.file.empty());
}

TEST_P(DocumentPages, DoNotExistForOthers) {  // P2
  const auto owner = tradesman(), other = tradesman();
  const auto boss = administrator();
  const DocumentId id = put(owner, "test.file");
  EXPECT_EQ(get(page_of(id), other).status, 404);
  EXPECT_EQ(get(page_of(id) + "/vignette", other).status, 404);
  EXPECT_EQ(get(page_of(id), boss).status, 404);
  EXPECT_EQ(get("/documents/12", owner).status, 404);
}

TEST_P(DocumentPages, DoNotExistWhenNoDeskAnswersForTheirFile) {  // P2
  const auto owner = tradesman();
  EXPECT_EQ(get(page_of(put(owner, "test.other")), owner).status, 404);
}

TEST_P(DocumentPages, HaveNoThumbnailWhenNoneWasMade) {
  const auto owner = tradesman();
  EXPECT_EQ(get(page_of(put(owner, "test.file")) + "/vignette", owner).status, 404);
}

}  // namespace
}  // namespace documents
