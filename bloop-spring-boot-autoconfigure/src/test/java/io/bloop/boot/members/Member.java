package io.bloop.boot.members;

import io.bloop.model.BaseModel;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

public class Member extends BaseModel {

    @NotBlank
    public String id;

    @Email
    @NotNull
    public String email;

    @Min(0)
    public Long visits = 0L;

    @Size(max = 3, groups = Strict.class)
    public String note;

    /** The group of the constraints that are not always checked. */
    public interface Strict {}

    public Member() {}

    public Member(String id, String email) {
        this.id = id;
        this.email = email;
    }
}
