#include "app/demo/motor/motor_pictures.hpp"

#include <gd.h>

#include <fstream>
#include <memory>

#include "base/assert.hpp"

namespace app::demo::motor_desk {
namespace {

using motor::photos::Slot;

constexpr int width = 960, height = 720;

struct ImageEnd {
  void operator()(gdImage* image) const { gdImageDestroy(image); }
};
using Image = std::unique_ptr<gdImage, ImageEnd>;

constexpr int grey(int shade) { return gdTrueColor(shade, shade, shade + 6); }
constexpr int paint = gdTrueColor(46, 92, 150), glass = gdTrueColor(176, 200, 216), tyre = gdTrueColor(30, 32, 36);

// A yard: the sky above, the ground below.
void yard(gdImage* image) {
  for (int y = 0; y < height; ++y)
    gdImageLine(image, 0, y, width, y, y < 430 ? gdTrueColor(206, 216, 224 - y / 20) : grey(150 - (y - 430) / 8));
}

void wheel(gdImage* image, int x) {
  gdImageFilledEllipse(image, x, 520, 150, 150, tyre);
  gdImageFilledEllipse(image, x, 520, 84, 84, grey(190));
}

// From the side; `front`: where the bonnet points, -1 left, 1 right.
void car(gdImage* image, int front) {
  gdPoint roof[] = {{300, 330}, {380, 230}, {610, 230}, {690, 330}};
  gdImageFilledPolygon(image, roof, 4, glass);
  gdImageFilledRectangle(image, 140, 330, 820, 500, paint);
  const int bonnet = front < 0 ? 140 : 820;
  gdImageFilledEllipse(image, bonnet, 420, 120, 165, paint);
  gdImageFilledEllipse(image, bonnet + front * 34, 396, 34, 42, gdTrueColor(250, 240, 190));
  wheel(image, 270);
  wheel(image, 690);
}

void plate(gdImage* image) {
  gdImageFilledRectangle(image, 0, 0, width, height, paint);
  gdImageFilledRectangle(image, 170, 300, 790, 430, gdTrueColor(250, 250, 246));
  gdImageFilledRectangle(image, 170, 300, 220, 430, gdTrueColor(26, 74, 160));
  for (int i = 0; i < 7; ++i) gdImageFilledRectangle(image, 262 + i * 72, 330, 302 + i * 72, 400, tyre);
}

void odometer(gdImage* image) {
  gdImageFilledRectangle(image, 0, 0, width, height, grey(34));
  for (const int x : {300, 660}) {
    gdImageFilledEllipse(image, x, 330, 300, 300, grey(58));
    gdImageFilledEllipse(image, x, 330, 250, 250, grey(20));
    gdImageLine(image, x, 330, x + 70, 250, gdTrueColor(230, 80, 60));
  }
  gdImageFilledRectangle(image, 380, 520, 580, 590, gdTrueColor(190, 220, 190));
}

void damage(gdImage* image) {
  gdImageFilledRectangle(image, 0, 0, width, height, paint);
  for (int ring = 8; ring > 0; --ring)
    gdImageFilledEllipse(image, 500, 350, ring * 62, ring * 40,
                         gdTrueColor(40 + ring * 4, 74 + ring * 6, 122 + ring * 8));
  for (int line = 0; line < 9; ++line) gdImageLine(image, 330, 300 + line * 9, 700, 380 + line * 5, grey(214));
}

void draw(gdImage* image, Slot slot) {
  switch (slot) {
    case Slot::plate:
      return plate(image);
    case Slot::odometer:
      return odometer(image);
    case Slot::damage:
      return damage(image);
    case Slot::front_left:
    case Slot::rear_right:
      yard(image);
      return car(image, -1);
    case Slot::front_right:
    case Slot::rear_left:
      yard(image);
      return car(image, 1);
  }
}

}  // namespace

web::UploadedFile picture(const std::filesystem::path& folder, Slot slot) {
  const Image image(gdImageCreateTrueColor(width, height));
  MANDAT_ASSERT(image);
  draw(image.get(), slot);
  web::UploadedFile file;
  file.field = "photo";
  file.filename = std::string(to_text(slot)) + ".jpg";
  file.path = folder / ("demo-" + file.filename);
  int size = 0;
  const std::unique_ptr<void, decltype(&gdFree)> bytes(gdImageJpegPtr(image.get(), &size, 82), gdFree);
  std::ofstream(file.path, std::ios::binary).write(static_cast<const char*>(bytes.get()), size);
  file.size = static_cast<std::uint64_t>(size);
  return file;
}

}  // namespace app::demo::motor_desk
