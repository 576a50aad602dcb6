CREATE TABLE "AbpFeatureValues" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AbpFeatureValues" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "Value" TEXT NOT NULL,
    "ProviderName" TEXT NOT NULL,
    "ProviderKey" TEXT NULL
);


CREATE UNIQUE INDEX "IX_AbpFeatureValues_Name_ProviderName_ProviderKey" ON "AbpFeatureValues" ("Name", "ProviderName", "ProviderKey");
