// A chart as PNG, drawn by the browser from the SVG on this machine; nothing is sent anywhere.
"use strict";
(() => {
  const SCALE = 2;
  const save = (button) => {
    const picture = new Image();
    picture.addEventListener("load", () => {
      const canvas = document.createElement("canvas");
      canvas.width = picture.naturalWidth * SCALE;
      canvas.height = picture.naturalHeight * SCALE;
      canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((bytes) => {
        const link = document.createElement("a");
        link.href = URL.createObjectURL(bytes);
        link.download = button.dataset.name;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 1000);
      }, "image/png");
    });
    picture.src = button.dataset.picture;
  };
  for (const button of document.querySelectorAll("[data-picture]")) {
    button.hidden = false;
    button.addEventListener("click", () => save(button));
  }
})();
